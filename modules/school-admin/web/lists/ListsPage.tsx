import { useMemo } from 'react';
import { listTeachingGroups } from '@digione/core-data/contract';
import { ClassGrid, ClassPicker, SCHOOL_OFFICE, SCHOOL_STAFF, useOwnSchools } from '@digione/core-data/web/parts';
import { Button, ComboBox, DataTable, EmptyState, ErrorState, Page, PageHeader, Select, Skeleton, type Column } from '@digione/platform/ui';
import { call, useEndpoint, useProviderId, useSearchParam, type ProblemError } from '@digione/platform/web';
import { getAdulthoodList, getClassList, getContactList, getGroupList, type PeopleList } from '@digione/school-admin/contract';
import { saveFile } from '../certificates/file.ts';
import { useText } from '../messages.ts';
import './lists.css';

const KINDS = ['class', 'contact', 'emergency', 'choices', 'group', 'turning-18'] as const;
type Kind = (typeof KINDS)[number];
const isKind = (text: string): text is Kind => KINDS.some((kind) => kind === text);

/** Lists of people, to look at and to take along. */
export default function ListsPage() {
  const t = useText();
  const [kindText, setKind] = useSearchParam('list', 'class');
  const kind = isKind(kindText) ? kindText : 'class';
  const [homeroomId, setHomeroomId] = useSearchParam('homeroom');
  const [, setProvider] = useSearchParam('provider');
  const isOffice = useOwnSchools(SCHOOL_OFFICE).school !== undefined;
  const choose = (homeroom: string, provider: string) => {
    setHomeroomId(homeroom);
    setProvider(provider);
  };
  const kinds = KINDS.filter((one) => one !== 'turning-18' || isOffice);
  const isOfClass = kind !== 'group' && kind !== 'turning-18';
  return (
    <Page width="wide">
      <PageHeader title={t('schoolAdmin.lists.title')} subtitle={t('schoolAdmin.lists.subtitle')} />
      <div className="school-admin-lists-choice">
        <Select label={t('schoolAdmin.lists.which')} options={kinds.map((value) => ({ value, label: t(`schoolAdmin.lists.kind.${value}`) }))} value={kind} onChange={setKind} />
        {isOfClass && homeroomId !== '' && <ClassPicker roles={SCHOOL_STAFF} value={homeroomId} onChange={choose} />}
        {kind === 'group' && <GroupPicker />}
      </div>
      {isOfClass && homeroomId === '' && <ClassGrid roles={SCHOOL_STAFF} help={t('schoolAdmin.lists.chooseHelp')} onChoose={choose} />}
      {isOfClass && homeroomId !== '' && (kind === 'class' || kind === 'choices' ? <ClassList key={kind} homeroomId={homeroomId} list={kind} /> : <ContactList key={kind} homeroomId={homeroomId} list={kind} />)}
      {kind === 'group' && <GroupList />}
      {kind === 'turning-18' && isOffice && <AdulthoodList />}
    </Page>
  );
}

function GroupPicker() {
  const t = useText();
  const { school } = useOwnSchools(SCHOOL_STAFF);
  const [groupId, setGroupId] = useSearchParam('group');
  const { data } = useEndpoint(listTeachingGroups, { params: { educationProviderId: school?.educationProviderId ?? '', schoolId: school?.schoolId ?? '' } }, { enabled: school !== undefined });
  const options = (data?.groups ?? []).map(({ teachingGroupId, name }) => ({ value: teachingGroupId, label: name }));
  if (options.length === 0) return null;
  return <ComboBox label={t('schoolAdmin.lists.group')} options={options} value={groupId === '' ? null : groupId} onChange={(id) => setGroupId(id ?? '')} />;
}

type Format = 'pdf' | 'xlsx' | 'csv';

function ClassList({ homeroomId, list }: { homeroomId: string; list: 'class' | 'choices' }) {
  const params = { educationProviderId: useProviderId(), homeroomId, list };
  const found = useEndpoint(getClassList, { params, query: { format: 'page' } });
  return <Sheet kind={list} found={found} load={async (format) => (await call(getClassList, { params, query: { format } })).file} />;
}

function ContactList({ homeroomId, list }: { homeroomId: string; list: 'contact' | 'emergency' }) {
  const params = { educationProviderId: useProviderId(), homeroomId, list };
  const found = useEndpoint(getContactList, { params, query: { format: 'page' } });
  return <Sheet kind={list} found={found} load={async (format) => (await call(getContactList, { params, query: { format } })).file} />;
}

function GroupList() {
  const t = useText();
  const [groupId] = useSearchParam('group');
  const { school } = useOwnSchools(SCHOOL_STAFF);
  const params = { educationProviderId: school?.educationProviderId ?? '', groupId };
  const found = useEndpoint(getGroupList, { params, query: { format: 'page' } }, { enabled: groupId !== '' && school !== undefined });
  if (groupId === '') return <EmptyState icon="group" title={t('schoolAdmin.lists.chooseGroup')} />;
  return <Sheet kind="group" found={found} load={async (format) => (await call(getGroupList, { params, query: { format } })).file} />;
}

function AdulthoodList() {
  const { school } = useOwnSchools(SCHOOL_OFFICE);
  const params = { educationProviderId: school?.educationProviderId ?? '', schoolId: school?.schoolId ?? '' };
  const found = useEndpoint(getAdulthoodList, { params, query: { format: 'page' } }, { enabled: school !== undefined });
  return <Sheet kind="turning-18" found={found} load={async (format) => (await call(getAdulthoodList, { params, query: { format } })).file} />;
}

interface SheetProps {
  kind: Kind;
  found: { data: PeopleList | undefined; error: ProblemError | null; refetch: () => unknown };
  load: (format: Format) => Promise<PeopleList['file']>;
}

type Row = PeopleList['rows'][number];
const textAt = (index: number) => ({ cells }: Row) => cells[index] ?? '';
/** Each guardian or group on a line of its own. */
const showAt = (index: number) => (row: Row) => Lines({ text: textAt(index)(row) });
const Lines = ({ text }: { text: string }) => <span className="school-admin-lists-cell">{text}</span>;

function Sheet({ kind, found: { data, error, refetch }, load }: SheetProps) {
  const t = useText();
  const wanted = data?.columns;
  const columns = useMemo<Column<Row>[]>(
    () =>
      (wanted ?? []).map((id, index) => ({
        id,
        header: t(`schoolAdmin.lists.column.${id}`),
        cell: showAt(index),
        ...(id === 'name' && { sortBy: textAt(index) }),
        onPhone: index === 0 ? 'title' : 'line',
      })),
    [t, wanted],
  );
  if (error !== null) return error.status === 403 ? <EmptyState icon="lock" title={t('schoolAdmin.lists.notYours')} /> : <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton rows={10} />;
  const take = async (format: Format) => {
    const file = await load(format);
    if (file !== null) saveFile(file);
  };
  return (
    <>
      {data.rows.length > 0 && <div className="school-admin-lists-choice no-print">
        <Button icon="print" onPress={() => void take('pdf')}>{t('schoolAdmin.lists.print')}</Button>
        <Button icon="download" onPress={() => void take('xlsx')}>{t('schoolAdmin.lists.xlsx')}</Button>
        <Button icon="download" onPress={() => void take('csv')}>{t('schoolAdmin.lists.csv')}</Button>
      </div>}
      <DataTable label={`${t(`schoolAdmin.lists.kind.${kind}`)} ${data.of}`} columns={columns} rows={data.rows} rowKey={({ learnerId }) => learnerId} empty={<EmptyState icon="people" title={t('schoolAdmin.lists.none')} />} />
    </>
  );
}
