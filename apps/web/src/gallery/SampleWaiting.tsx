import { addToast, Avatar, Button, Card, List, ListItem } from '@digione/platform/ui';
import type { DeskWidgetProps } from '@digione/platform/web';

/** Absences that wait to be explained, each finished on the card. */
export default function SampleWaiting({ data }: DeskWidgetProps<{ names: readonly string[] }>) {
  return (
    <Card padding="list">
      <List label="Selvitettävät poissaolot">
        {data.names.map((name) => (
          <ListItem
            key={name}
            title={name}
            detail="Poissa ti 24.11. klo 8.15–9.00"
            leading={<Avatar name={name} />}
            trailing={
              <>
                <Button size="sm" onPress={() => addToast({ tone: 'success', title: `${name}: sairaus`, action: { label: 'Kumoa', run: () => {} } })}>Sairaus</Button>
                <Button size="sm">Muu syy</Button>
              </>
            }
          />
        ))}
      </List>
    </Card>
  );
}
