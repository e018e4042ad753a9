import { toHelsinki } from '@digione/local-date';
import { notFound, providerRoute, type ProviderContext } from '@digione/platform/http';
import { formatDate, localized, translate } from '@digione/platform/i18n';
import * as contract from '../../contract/lists/index.ts';
import { readAdulthoodList, readClassList, readContactList, readGroupList } from './actions.ts';
import { listFile } from './list-file.ts';
import { findNameOf, listClass, listGroup, listTurning18, type ListedLearner } from './lists.queries.ts';

type Format = 'page' | 'pdf' | 'xlsx' | 'csv';
type Kind = 'class' | 'choices' | 'contact' | 'emergency' | 'group' | 'turning-18';

const COLUMNS: Readonly<Record<Kind, readonly contract.ListColumn[]>> = {
  class: ['name', 'firstNames', 'bornOn'],
  choices: ['name', 'groups'],
  contact: ['name', 'phone', 'email', 'guardians'],
  emergency: ['name', 'phone', 'guardians'],
  group: ['name', 'homeroom'],
  'turning-18': ['name', 'homeroom', 'turns18On'],
};

/** What stands in a cell. Who is protected is not said on any list: only that the office knows. */
function cellOf(learner: ListedLearner, column: contract.ListColumn, kind: Kind, language: ProviderContext['language']): string {
  const askOffice = translate(language, 'schoolAdmin.lists.askOffice');
  const contact = (value: string | null, isHidden: boolean) => (isHidden ? askOffice : (value ?? ''));
  const date = (value: string | null) => (value === null ? '' : formatDate(language, value, 'numeric'));
  switch (column) {
    case 'name':
      return `${learner.lastName} ${learner.callName}`;
    case 'firstNames':
      return learner.firstNames;
    case 'bornOn':
      return date(learner.bornOn);
    case 'turns18On':
      return date(learner.turns18On);
    case 'homeroom':
      return learner.homeroom ?? '';
    case 'phone':
      return contact(learner.phone, learner.isHidden);
    case 'email':
      return contact(learner.email, learner.isHidden);
    case 'groups':
      return learner.groups.join('\n');
    case 'guardians':
      return learner.guardians
        .map((one) => [one.name, one.isHidden ? askOffice : [one.phone, kind === 'contact' ? one.email : null].filter((text) => text !== null && text !== '').join(', ')].filter((text) => text !== '').join(': '))
        .join('\n');
  }
}

async function answer({ language, actor, clock }: ProviderContext, kind: Kind, found: { name: Record<string, string> | string } | undefined, learners: readonly ListedLearner[], format: Format): Promise<contract.PeopleList> {
  if (found === undefined) throw notFound();
  const of = typeof found.name === 'string' ? found.name : localized(found.name, language);
  const columns = COLUMNS[kind];
  const rows = learners.map((learner) => ({
    learnerId: learner.learnerId,
    guardianIds: columns.includes('guardians') ? learner.guardians.map(({ personId }) => personId) : [],
    cells: columns.map((column) => cellOf(learner, column, kind, language)),
  }));
  if (format === 'page') return { of, columns: [...columns], rows, file: null };
  const { date } = toHelsinki(clock.iso());
  const list = {
    title: `${translate(language, `schoolAdmin.lists.kind.${kind}`)} ${of}`,
    note: translate(language, 'schoolAdmin.lists.note', { date: formatDate(language, date, 'numeric'), name: `${actor.callName} ${actor.lastName}` }),
    language,
    headings: columns.map((column) => translate(language, `schoolAdmin.lists.column.${column}`)),
    rows: rows.map(({ cells }) => cells),
  };
  return { of, columns: [...columns], rows, file: await listFile(list, format) };
}

export const listRoutes = [
  providerRoute(contract.getClassList, {
    action: readClassList,
    object: ({ params }) => params.homeroomId,
    async handle(context, { params: { homeroomId, list }, query }) {
      return answer(context, list, await findNameOf(context.tx, 'homeroom', homeroomId), await listClass(context.tx, homeroomId, { withGroups: list === 'choices' }), query.format);
    },
  }),

  providerRoute(contract.getContactList, {
    action: readContactList,
    object: ({ params }) => params.homeroomId,
    async handle(context, { params: { homeroomId, list }, query }) {
      return answer(context, list, await findNameOf(context.tx, 'homeroom', homeroomId), await listClass(context.tx, homeroomId, { withGuardians: true }), query.format);
    },
  }),

  providerRoute(contract.getGroupList, {
    action: readGroupList,
    object: ({ params }) => params.groupId,
    async handle(context, { params: { groupId }, query }) {
      return answer(context, 'group', await findNameOf(context.tx, 'teaching-group', groupId), await listGroup(context.tx, groupId), query.format);
    },
  }),

  providerRoute(contract.getAdulthoodList, {
    action: readAdulthoodList,
    object: ({ params }) => params.schoolId,
    async handle(context, { params: { schoolId }, query }) {
      return answer(context, 'turning-18', await findNameOf(context.tx, 'school', schoolId), await listTurning18(context.tx, schoolId), query.format);
    },
  }),
];
