import { Card, Icon, List, ListItem } from '@digione/platform/ui';

/** What changed since one last looked. */
export default function SampleChanges() {
  return (
    <Card padding="list">
      <List label="Muutokset">
        <ListItem href="/sample/room" title="Tila vaihtui: fysiikka 8B" detail="ke 25.11. klo 10.00, luokka 212" leading={<Icon name="room" />} />
        <ListItem href="/sample/message" title="Uusi viesti: Eino Korhosen huoltaja" detail="12 min sitten" leading={<Icon name="message" />} />
        <ListItem href="/sample/exam" title="Koe lisätty: englanti 7A" detail="pe 27.11." leading={<Icon name="exam" />} />
      </List>
    </Card>
  );
}
