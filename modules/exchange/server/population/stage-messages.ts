import { createStage, StageWriter, analyzeStage } from '../pipeline/stage.queries.ts';
import type { ImportContext } from '../pipeline/import-kind.ts';
import { isPersonOid } from '@digione/identifiers';
import type { AddressFact, CodeFact, CustodyFact, ValueFact } from './facts.ts';
import { readFacts } from './read-facts.ts';
import { isCode, readMessages, type Message } from './read-messages.ts';

const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/;

interface StagedMessage {
  no: number;
  file: string;
  line: number;
  code: string | null;
  given: string | null;
  given_oid: string | null;
  changed_at: string | null;
  groups: number;
  is_withheld: boolean;
}
type OfMessage<Fact> = Fact & { message_no: number; seq: number };

/** Reads the messages into stages, one row per fact. */
export async function stageMessages(context: ImportContext): Promise<void> {
  const { tx, report } = context;
  await createStage(tx, 'reg_message', 'no int, file text, line int, code text, given uuid, given_oid text, changed_at timestamptz, groups int, is_withheld boolean');
  await createStage(tx, 'reg_value', 'message_no int, seq int, topic text, value jsonb, from_on date, is_removed boolean');
  await createStage(tx, 'reg_address', 'message_no int, seq int, kind text, street_address text, postal_code text, post_office text, country text, valid_from date, valid_to date, is_removed boolean');
  await createStage(
    tx,
    'reg_custody',
    `message_no int, seq int, direction text, code text, first_names text, last_name text, born_on date, gender text, variant text, role text,
     lives_with boolean, starts_on date, ends_on date, is_removed boolean, learner_id uuid, guardian_id uuid`,
  );
  await createStage(tx, 'reg_code', 'message_no int, seq int, code text, is_current boolean');
  const messages = new StageWriter<StagedMessage>(tx, 'reg_message');
  const values = new StageWriter<OfMessage<ValueFact>>(tx, 'reg_value');
  const addresses = new StageWriter<OfMessage<AddressFact>>(tx, 'reg_address');
  const custodies = new StageWriter<OfMessage<CustodyFact>>(tx, 'reg_custody');
  const codes = new StageWriter<OfMessage<CodeFact>>(tx, 'reg_code');
  let no = 0;
  for await (const message of readMessages(context)) {
    no += 1;
    report.read += message.groups.length;
    context.progress('reading', report.read);
    const facts = readFacts(message.groups, context.today);
    tellProblems(message, facts.problems, context);
    report.count('register_group', 'skipped', facts.unused);
    await messages.add({ no, ...addressee(message, context), file: message.file, line: message.line, changed_at: message.changedAt, groups: message.groups.length, is_withheld: facts.isWithheld });
    const own = { message_no: no };
    for (const [seq, fact] of facts.values.entries()) await values.add({ ...own, seq, ...fact });
    for (const [seq, fact] of facts.addresses.entries()) await addresses.add({ ...own, seq, ...fact });
    for (const [seq, fact] of facts.custodies.entries()) await custodies.add({ ...own, seq, ...fact });
    for (const [seq, fact] of facts.codes.entries()) await codes.add({ ...own, seq, ...fact });
  }
  for (const writer of [messages, values, addresses, custodies, codes]) await writer.flush();
  await analyzeStage(tx, 'reg_message', 'reg_value', 'reg_address', 'reg_custody', 'reg_code');
}

/** Whom the message is about: its identity code, else the person named with the import. */
function addressee(message: Message, { personId }: ImportContext): Pick<StagedMessage, 'code' | 'given' | 'given_oid'> {
  if (message.code !== null) return { code: message.code, given: null, given_oid: null };
  const given = personId !== undefined && UUID.test(personId) ? personId : null;
  return { code: null, given, given_oid: personId !== undefined && isPersonOid(personId) ? personId : null };
}

function tellProblems(message: Message, problems: ReturnType<typeof readFacts>['problems'], { report, personId }: ImportContext): void {
  const place = { file: message.file, line: message.line };
  if (message.code !== null && !isCode(message.code)) report.add('error', 'bad-identity-code', { ...place, field: 'henkilotunnus' });
  if (message.code === null && personId !== undefined && !UUID.test(personId) && !isPersonOid(personId)) report.add('error', 'bad-person-id', { ...place, values: { id: personId } });
  for (const { severity, code, field, value } of problems) {
    if (severity === 'error') report.count('register_group', 'refused');
    report.add(severity, code, { ...place, field, values: { value } });
  }
}
