import { addToast, Button, ConfirmDialog, Dialog, IconButton, MenuButton, Row, Section, Tabs, TextField } from '@digione/platform/ui';
import { useState } from 'react';

/** What opens over the page, and what has several sides. */
export function OverlaysGallery() {
  const [open, setOpen] = useState<'dialog' | 'confirm'>();
  const [tab, setTab] = useState<'a' | 'b'>('a');
  const close = () => setOpen(undefined);
  return (
    <Section title="Overlays">
      <Row>
        <Button onPress={() => setOpen('dialog')}>Dialog</Button>
        <Button onPress={() => setOpen('confirm')}>Confirm</Button>
        <Button onPress={() => addToast({ tone: 'success', title: 'Poissaolo selvitetty', action: { label: 'Kumoa', run: () => {} } })}>Toast</Button>
        <Button onPress={() => addToast({ tone: 'danger', title: 'Ei tallennettu', text: 'Yhteys katkesi. Merkintäsi on yhä näkyvissä; yritä uudelleen.' })}>Error toast</Button>
        <MenuButton
          label="Toiminnot"
          trigger={<IconButton icon="dots" label="Toiminnot" />}
          groups={[
            [{ id: 'edit', label: 'Muokkaa', icon: 'edit' }, { id: 'print', label: 'Tulosta', icon: 'print', detail: 'Luokkalista' }],
            [{ id: 'delete', label: 'Poista', icon: 'trash', isDanger: true }],
          ]}
        />
      </Row>
      <Tabs label="Puolet" selected={tab} onSelect={setTab} pages={[{ id: 'a', label: 'Tänään', count: 3, content: <p>Tänään.</p> }, { id: 'b', label: 'Viikko', content: <p>Viikko.</p> }]} />
      <Dialog title="Ilmoita poissaolo" isOpen={open === 'dialog'} onClose={close} footer={<><Button onPress={close}>Peruuta</Button><Button kind="primary" onPress={close}>Ilmoita</Button></>}>
        <TextField label="Lisätietoja" isOptional />
      </Dialog>
      <ConfirmDialog title="Poistetaanko merkintä?" confirmLabel="Poista merkintä" isDanger isOpen={open === 'confirm'} onConfirm={close} onClose={close}>
        <p>Merkintä poistuu myös huoltajan näkymästä. Tätä ei voi kumota.</p>
      </ConfirmDialog>
    </Section>
  );
}
