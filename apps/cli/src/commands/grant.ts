import type { Identity } from '@digione/access/server';
import { OperatorError } from '@digione/platform/config';
import { clockOf } from '../clock.ts';
import { UsageError, type Command, type Typed } from '../command.ts';
import { withDatabase } from '../database.ts';

/** A personal identity code is never typed: it would stay in the shell's history and the list of processes. */
async function readStandardInput(): Promise<string> {
  let text = '';
  for await (const chunk of process.stdin.setEncoding('utf8')) text += String(chunk);
  return text.trim();
}

async function readIdentity(typed: Typed): Promise<Identity> {
  const [learnerNumber, email, issuer, subject] = [typed.text('learner-number'), typed.text('email'), typed.text('issuer'), typed.text('subject')];
  const given = [learnerNumber, email, subject, typed.has('identity-code') ? 'identity-code' : undefined].filter((one) => one !== undefined);
  if (given.length !== 1) throw new UsageError('Who? Give one of --learner-number, --identity-code, --email, --subject.');
  if ((issuer === undefined) !== (subject === undefined)) throw new UsageError('--issuer and --subject belong together.');
  if (learnerNumber !== undefined) return { kind: 'learner-number', value: learnerNumber };
  if (email !== undefined) return { kind: 'email', value: email };
  if (subject !== undefined && issuer !== undefined) return { kind: 'subject', value: subject, issuer };
  return { kind: 'identity-code', value: await readStandardInput() };
}

function readNewPerson(typed: Typed): { newPerson?: { firstNames: string; lastName: string } } {
  const [firstNames, lastName] = [typed.text('first-names')?.trim(), typed.text('last-name')?.trim()];
  if (firstNames === undefined && lastName === undefined) return {};
  if (!firstNames || !lastName) throw new UsageError('--first-names and --last-name belong together.');
  return { newPerson: { firstNames, lastName } };
}

function readForce(typed: Typed): { forcedBecause?: string } {
  const reason = typed.text('reason')?.trim();
  if (typed.has('force') !== (reason !== undefined && reason !== '')) throw new UsageError('--force needs --reason "why", and a reason is for --force alone.');
  return reason === undefined ? {} : { forcedBecause: reason };
}

export const grant: Command = {
  name: 'grant',
  summary: 'give an education provider its first main user',
  usage: ['main-user --provider KEY (--learner-number OID | --identity-code | --email ADDRESS | --issuer URL --subject SUBJECT) [--json]'],
  options: {
    provider: { type: 'string' },
    'learner-number': { type: 'string' },
    'identity-code': { type: 'boolean' },
    email: { type: 'string' },
    issuer: { type: 'string' },
    subject: { type: 'string' },
    'first-names': { type: 'string' },
    'last-name': { type: 'string' },
    force: { type: 'boolean' },
    reason: { type: 'string' },
    json: { type: 'boolean' },
  },
  optionHelp: {
    'provider KEY': 'whose main user',
    'learner-number OID': 'the person’s national learner number',
    'identity-code': 'the person’s identity code, read from standard input: it is never typed into the command',
    'email ADDRESS': 'the address of a member of staff',
    'issuer URL': 'with --subject: the identity provider that calls the person so',
    'subject SUBJECT': 'what that identity provider calls the person',
    'first-names NAMES': 'with --last-name: makes the person when nobody there has the identity yet',
    'last-name NAME': '',
    force: 'although there is a main user: when nobody can sign in as one any more',
    'reason WHY': 'why it is forced; stays with the role and in the log',
    json: 'print the ids as JSON',
  },
  async run(typed, readConfig) {
    const [what, ...more] = typed.words;
    const providerKey = typed.text('provider');
    if (what !== 'main-user' || more.length > 0) throw new UsageError('Only "grant main-user" is known: all other roles are given by the main user.');
    if (providerKey === undefined) throw new UsageError('Whose main user? --provider KEY is missing.');
    const asked = { providerKey, ...readNewPerson(typed), ...readForce(typed), identity: await readIdentity(typed) };
    const config = readConfig();
    const { auditKey } = config.secrets;
    const { grantMainUser, GrantRefused } = await import('@digione/access/server');
    try {
      const now = config.now === undefined ? {} : { now: clockOf(config).iso() };
      const granted = await withDatabase(config, (databaseUrl) => grantMainUser({ ...asked, ...now, databaseUrl, auditKey }));
      const made = granted.isNewPerson ? ' The person was made.' : '';
      process.stdout.write(typed.has('json') ? `${JSON.stringify(granted)}\n` : `"${providerKey}" has a main user.${made} The role holds from the next sign-in or page on.\n`);
      return 0;
    } catch (error) {
      if (error instanceof GrantRefused) throw new OperatorError(error.message, { cause: error });
      throw error;
    }
  },
};
