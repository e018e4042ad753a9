import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { Config, Flags } from '@digione/platform/config';

type Options = NonNullable<ParseArgsConfig['options']>;

/** What was typed, after the command's name. */
export interface Typed {
  readonly words: readonly string[];
  readonly text: (name: string) => string | undefined;
  readonly has: (name: string) => boolean;
}

export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** What follows the name, one line per form. */
  readonly usage: readonly string[];
  readonly options: Options;
  /** One line per option. */
  readonly optionHelp: Readonly<Record<string, string>>;
  /** @returns the exit code: 0 done, 1 what was asked for failed. */
  readonly run: (typed: Typed, config: () => Config) => Promise<number>;
}

/** What was typed makes no sense; the program shows the command's usage and exits with 2. */
export class UsageError extends Error {}

/** Options that every command takes: where the data is. */
const COMMON_OPTIONS = { 'data-dir': { type: 'string' }, now: { type: 'string' }, help: { type: 'boolean', short: 'h' } } as const satisfies Options;

const COMMON_HELP = {
  'data-dir DIR': 'folder of the embedded database (default .data; DATABASE_URL names another PostgreSQL)',
  'now MOMENT': 'set the clock, e.g. 2026-11-24T09:20 in Finland (demo and tests only)',
  help: 'show this',
} as const;

/** Reads the words and options after the command's name. */
export function readTyped(command: Command, args: readonly string[]): Typed {
  try {
    const options: Options = { ...COMMON_OPTIONS, ...command.options };
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    return {
      words: positionals,
      text: (name) => (typeof values[name] === 'string' ? values[name] : undefined),
      has: (name) => values[name] === true,
    };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message.replace(/\. To specify .*$/s, '.') : String(error), { cause: error });
  }
}

export const flagsOf = (typed: Typed): Flags => ({
  port: typed.text('port'),
  host: typed.text('host'),
  dataDir: typed.text('data-dir'),
  demo: typed.text('demo'),
  now: typed.text('now'),
});

export function helpOf(command: Command): string {
  const options = Object.entries({ ...command.optionHelp, ...COMMON_HELP }).map(([option, help]) => `  --${option.padEnd(20)} ${help}`);
  return [command.summary, '', ...command.usage.map((line) => `  digione ${command.name}${line === '' ? '' : ` ${line}`}`), '', ...options, ''].join('\n');
}
