import { FAILURES, startStandIn, type Failure } from '@digione/koski/stand-in';
import { messageOf, OperatorError } from '@digione/platform/config';
import { systemClock } from '@digione/platform/time';
import { UsageError, type Command, type Typed } from '../command.ts';
import { say } from '../database.ts';
import { stopWished } from '../signals.ts';

const DEFAULT_PORT = 7021;

/** `503`, or `503:2` for the next two requests. */
function failureOf(typed: Typed): { kind: Failure; times?: number } | undefined {
  const text = typed.text('fail');
  if (text === undefined) return undefined;
  const [name, times, ...more] = text.split(':');
  const kind = FAILURES.find((one) => one === name);
  if (kind === undefined || more.length > 0 || (times !== undefined && !/^\d{1,6}$/.test(times))) throw new UsageError(`--fail is one of ${FAILURES.join(', ')}, with :N for the next N requests.`);
  return { kind, ...(times === undefined ? {} : { times: Number(times) }) };
}

function portOf(typed: Typed): number {
  const text = typed.text('port') ?? String(DEFAULT_PORT);
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) throw new UsageError('--port is a number up to 65535.');
  return Number(text);
}

/** Plays KOSKI until it is wished to stop. */
async function runKoski(typed: Typed): Promise<number> {
  const fail = failureOf(typed);
  const day = typed.text('as-of');
  const [user, password] = [typed.text('user') ?? 'digione', typed.text('password') ?? 'digione'];
  const port = portOf(typed);
  const standIn = await startStandIn({ port, today: () => day ?? systemClock.today(), user, password, ...(fail === undefined ? {} : { fail }), callerKind: typed.has('official') ? 'official' : 'service' }).catch((error: unknown) => {
    throw new OperatorError(`The stand-in cannot listen on port ${port}: ${messageOf(error)}.`, { cause: error });
  });
  say(`KOSKI's stand-in answers at ${standIn.url} (user ${user}); it forgets everything when it stops.`);
  await stopWished();
  await standIn.close();
  return 0;
}

export const standIn: Command = {
  name: 'stand-in',
  summary: 'play a national register on this machine, by its protocol and rules: for trying out and rehearsing',
  usage: ['koski [--port N] [--fail KIND]'],
  options: { port: { type: 'string' }, fail: { type: 'string' }, user: { type: 'string' }, password: { type: 'string' }, 'as-of': { type: 'string' }, official: { type: 'boolean' } },
  optionHelp: {
    'port N': `where to listen, on 127.0.0.1 (default ${DEFAULT_PORT})`,
    'fail KIND': `fail: ${FAILURES.join(', ')}; 503:2 fails the next two requests alone`,
    'user NAME': 'who may come in (default digione)',
    'password WORD': 'with which password (default digione)',
    'as-of DAY': 'the day that counts as today',
    official: 'takes documents without a source id, as from a person who types into KOSKI',
  },
  run(typed) {
    const [register, ...more] = typed.words;
    if (register !== 'koski' || more.length > 0) throw new UsageError('Which register? koski.');
    return runKoski(typed);
  },
};
