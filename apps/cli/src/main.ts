import { readConfig, messageOf, OperatorError } from '@digione/platform/config';
import { flagsOf, helpOf, readTyped, UsageError, type Command } from './command.ts';
import { commands } from './commands/index.ts';
import { findVersion } from './version.ts';

const EXIT = { done: 0, failed: 1, usage: 2 } as const;

function overview(): string {
  const list = commands.map(({ name, summary }) => `  ${name.padEnd(10)} ${summary}`);
  return ['digione: one platform for the school day', '', ...list, '', '"digione COMMAND --help" tells more about each.', ''].join('\n');
}

async function runCommand(command: Command, args: readonly string[]): Promise<number> {
  const typed = readTyped(command, args);
  if (typed.has('help')) {
    process.stdout.write(helpOf(command));
    return EXIT.done;
  }
  return command.run(typed, () => readConfig(process.env, flagsOf(typed)));
}

/** Runs what was typed and gives the exit code; whatever goes wrong is told in a sentence. */
async function main([name, ...args]: readonly string[]): Promise<number> {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(overview());
    return name === undefined ? EXIT.usage : EXIT.done;
  }
  if (name === '--version') {
    process.stdout.write(`${findVersion()}\n`);
    return EXIT.done;
  }
  const command = commands.find((candidate) => candidate.name === name);
  if (command === undefined) {
    console.error(`There is no command "${name}".\n\n${overview()}`);
    return EXIT.usage;
  }
  try {
    return await runCommand(command, args);
  } catch (error) {
    if (error instanceof UsageError) {
      console.error(`${error.message}\n\n${helpOf(command)}`);
      return EXIT.usage;
    }
    if (error instanceof OperatorError) console.error(error.message);
    else console.error(process.env['DIGIONE_LOG_LEVEL'] === 'debug' ? error : `digione ${name} failed: ${messageOf(error)} (DIGIONE_LOG_LEVEL=debug tells more)`);
    return EXIT.failed;
  }
}

// What a package will drop in its next version is news for developers.
process.noDeprecation = process.env['DIGIONE_LOG_LEVEL'] !== 'debug';
// A reader that went away (`digione … | head`) is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? EXIT.done : EXIT.failed));
process.exitCode = await main(process.argv.slice(2));
