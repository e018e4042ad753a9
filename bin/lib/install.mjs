import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Refusal, runNode, step } from './say.mjs';

const readPackages = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;

/**
 * Whether what lies in node_modules is what package-lock.json asks for; npm keeps a list of what it installed there.
 * Packages for other machines are never installed, and a production start does without the tools of development.
 */
export function isInstalled(root, wantsDevelopment) {
  const list = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(list)) return false;
  const installed = readPackages(list);
  return Object.entries(readPackages(join(root, 'package-lock.json'))).every(([path, wanted]) => {
    if (!path.startsWith('node_modules/')) return true;
    const found = installed[path];
    if (found === undefined) return wanted.optional === true || wanted.devOptional === true || (wanted.dev === true && !wantsDevelopment);
    return found.version === wanted.version && found.integrity === wanted.integrity;
  });
}

/** npm's own program: the one that started us, or the one beside this Node. */
function findNpm() {
  const told = process.env.npm_execpath;
  const beside = join(dirname(process.execPath), '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js');
  const onWindows = join(dirname(process.execPath), 'node_modules', 'npm', 'bin', 'npm-cli.js');
  const candidates = [told && basename(told) === 'npx-cli.js' ? join(dirname(told), 'npm-cli.js') : told, beside, onWindows];
  return candidates.find((path) => path && basename(path) === 'npm-cli.js' && existsSync(path));
}

function explain(output) {
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|network/i.test(output)) return 'the package registry cannot be reached; check the network and try again';
  if (/ENOSPC/.test(output)) return 'the disk is full';
  if (/EACCES|EPERM|EROFS/.test(output)) return 'the project folder or npm’s cache cannot be written by this user';
  const lines = output.split('\n').filter((line) => !/^npm (warn|notice)/.test(line)).map((line) => line.replace(/^npm (error|ERR!) ?/, '').trim()).filter((line) => line !== '' && !line.startsWith('code '));
  return `npm said: ${lines[0] ?? 'nothing'}`;
}

/** Installs the packages when they are missing or other than package-lock.json says. */
export async function ensureInstalled(root, { wantsDevelopment }) {
  if (isInstalled(root, wantsDevelopment)) return;
  await step('Installing packages (once, about half a minute)', async () => {
    const npm = findNpm();
    if (npm === undefined) throw new Refusal('npm was not found beside this Node: run "npm ci" in the project folder, then try again.');
    const args = [npm, 'ci', '--no-audit', '--no-fund', '--loglevel=error', ...(wantsDevelopment ? ['--include=dev'] : [])];
    const { status, signal, output } = await runNode(args, { cwd: root });
    if (signal !== null) process.exit(130);
    if (status !== 0) throw new Refusal(`The packages could not be installed: ${explain(output)}.`);
  });
}
