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

const FAILING = ['unavailable', 'timeout', 'too-many'] as const;

/** Plays the population register or the learner-number register with the people whom the demonstration's registers know. */
async function runRegister(register: 'population' | 'learner-number', typed: Typed): Promise<number> {
  const [{ learnerNumberStandIn, populationStandIn, serveStandIn }, { registeredNewcomers }] = await Promise.all([import('@digione/exchange/server'), import('@digione/demo')]);
  const [user, password] = [typed.text('user') ?? 'digione', typed.text('password') ?? 'digione'];
  const [name, times = '1'] = (typed.text('fail') ?? '').split(':');
  const failure = FAILING.find((one) => one === name);
  if (typed.text('fail') !== undefined && (register !== 'population' || failure === undefined || !/^\d{1,6}$/.test(times))) throw new UsageError(`--fail of the population register is one of ${FAILING.join(', ')}, with :N for the next N requests.`);
  const failures = failure === undefined ? [] : Array.from({ length: Number(times) }, () => failure);
  const { fetch } =
    register === 'population'
      ? populationStandIn({ people: registeredNewcomers.map(({ envelope }) => envelope), user, password, failures })
      : learnerNumberStandIn({ people: registeredNewcomers, clientId: user, clientSecret: password, startedAt: systemClock.iso() });
  const port = portOf(typed);
  const served = await serveStandIn(fetch, port).catch((error: unknown) => {
    throw new OperatorError(`The stand-in cannot listen on port ${port}: ${messageOf(error)}.`, { cause: error });
  });
  const path = register === 'population' ? '/api/v1' : '/oppijanumerorekisteri-service';
  say(`The ${register} register's stand-in answers at ${served.url}${path}${register === 'population' ? '' : `, tokens at ${served.url}/oauth2/token`} (user ${user}); it forgets everything when it stops.`);
  await stopWished();
  await served.close();
  return 0;
}

export const standIn: Command = {
  name: 'stand-in',
  summary: 'play a national register on this machine, by its protocol and rules: for trying out and rehearsing',
  usage: ['koski [--port N] [--fail KIND]', 'population [--port N] [--fail unavailable|timeout|too-many]', 'learner-number [--port N]'],
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
    if (more.length === 0 && (register === 'population' || register === 'learner-number')) return runRegister(register, typed);
    if (register !== 'koski' || more.length > 0) throw new UsageError('Which register? koski, population or learner-number.');
    return runKoski(typed);
  },
};
