import {
  Avatar, Badge, Button, Card, CardGrid, Chip, Facts, Icon, IconButton, icons, Link, LinkButton, List, ListItem, Row, Section, Stack, subjectHue, SubjectChip, type IconName,
} from '@digione/platform/ui';
import { names } from './people.ts';

const isIcon = (name: string): name is IconName => name in icons;

/** Buttons, links, marks, cards, lists, icons. */
export function SurfacesGallery() {
  return (
    <>
      <Section title="Buttons and links">
        <Card>
          <Stack>
            <Row>
              <Button kind="primary">Tallenna merkinnät</Button>
              <Button kind="primary" icon="check">Kaikki paikalla</Button>
              <Button>Peruuta</Button>
              <Button icon="print">Tulosta</Button>
              <Button kind="quiet" icon="plus">Lisää huoltaja</Button>
              <Button kind="danger" icon="trash">Poista merkintä</Button>
              <LinkButton href="#x" kind="primary" icon="register">Ota läsnäolot</LinkButton>
            </Row>
            <Row>
              <Button kind="primary" isPending>Tallenna</Button>
              <Button isPending>Hae</Button>
              <Button kind="primary" isDisabled>Ei nyt</Button>
              <Button isDisabled>Ei nyt</Button>
            </Row>
            <Row>
              <Button size="sm" kind="primary">Pieni</Button>
              <Button size="sm">Pieni</Button>
              <Button size="sm" kind="quiet" icon="edit">Muokkaa</Button>
              <IconButton icon="edit" label="Muokkaa" />
              <IconButton icon="trash" label="Poista" size="sm" />
              <Link href="#y">Linkki tekstissä</Link>
              <Link href="https://www.oph.fi" target="_blank">Opetushallitus</Link>
              <Link href="#z" kind="quiet">Hiljainen linkki</Link>
            </Row>
          </Stack>
        </Card>
      </Section>
      <Section title="Marks">
        <Card>
          <Stack>
            <Row gap={2}>
              <Chip>Luonnos</Chip>
              <Chip tone="accent" icon="clock">Nyt</Chip>
              <Chip tone="success" icon="check">Selvitetty</Chip>
              <Chip tone="info" icon="info">Ilmoitettu</Chip>
              <Chip tone="attention" icon="alert">Selvittämättä</Chip>
              <Chip tone="danger" icon="absent">Poissa</Chip>
              <Badge count={3} label="3 lukematonta" />
              <Badge count={120} label="120 lukematonta" />
            </Row>
            <Row gap={2}>
              {['AI', 'MA', 'EN', 'RU', 'YL', 'BI', 'GE', 'FY', 'KE', 'TE', 'KT', 'HI', 'YH', 'MU', 'KU', 'KS', 'LI', 'KO', 'OPO', 'XQ7'].map((code) => (
                <SubjectChip key={code} hue={subjectHue(code)}>{code}</SubjectChip>
              ))}
            </Row>
            <Row gap={2}>
              {names.map((name) => (
                <Avatar key={name} name={name} />
              ))}
              <Avatar name={names[0] ?? ''} size="sm" />
              <Avatar name={names[1] ?? ''} size="lg" />
            </Row>
            <div className="gallery-swatches">
              {Array.from({ length: 12 }, (_, hue) => (
                <span key={hue} className="gallery-hue" data-hue={hue}>
                  Sävy {hue}
                </span>
              ))}
            </div>
          </Stack>
        </Card>
      </Section>
      <Section title="Cards and lists" description="Rows lead somewhere, or hold what can be done." actions={<Button size="sm" kind="quiet" icon="plus">Lisää</Button>}>
        <CardGrid>
          <Card tone="accent">
            <Stack gap={3}>
              <Row gap={2}><SubjectChip hue={subjectHue('MA')}>MA</SubjectChip><Chip tone="accent" icon="clock">9.00–9.45</Chip></Row>
              <h3>Matematiikka 7A</h3>
              <Row><LinkButton href="#r" kind="primary" icon="register">Ota läsnäolot</LinkButton></Row>
            </Stack>
          </Card>
          <Card padding="list">
            <List label="Oppilaat">
              {names.slice(0, 4).map((name) => (
                <ListItem key={name} href="#p" title={name} detail="7A · Koivulan koulu" leading={<Avatar name={name} />} />
              ))}
            </List>
          </Card>
          <Card padding="list">
            <List label="Poissaolot">
              <ListItem title="Ti 24.11. klo 9.00–11.45" detail="Matematiikka, äidinkieli, fysiikka" leading={<Icon name="question" />} trailing={<Button size="sm">Selvitä</Button>} />
              <ListItem title="Ma 16.11." detail="Koko päivä" leading={<Icon name="sick" />} trailing={<Chip tone="success" icon="check">Sairaus</Chip>} />
            </List>
          </Card>
          <Card>
            <Facts facts={[{ label: 'Kutsumanimi', value: 'Aino' }, { label: 'Luokka', value: '7A' }, { label: 'Syntynyt', value: '3.4.2013' }, { label: 'Koulu', value: 'Koivulan koulu' }]} />
          </Card>
        </CardGrid>
      </Section>
      <Section title="Icons">
        <Card>
          <ul className="gallery-icons">
            {Object.keys(icons).filter(isIcon).map((name) => (
              <li key={name}>
                <Icon name={name} />
                {name}
              </li>
            ))}
          </ul>
        </Card>
      </Section>
    </>
  );
}
