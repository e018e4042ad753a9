import { spawnSync } from 'node:child_process';
import { accessSync, constants, lchownSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { OperatorError } from '../../config/operator-error.ts';
import { copyBinaries, linkLibraries, type Binaries } from './binaries.ts';

/**
 * How PostgreSQL's programs are run. PostgreSQL refuses to run as root, so root lends it another identity:
 * a plain uid where that user can reach the files, else a user namespace in which root's files seem to be that user's.
 */
export interface RunAs {
  readonly binaries: Binaries;
  readonly uid?: number;
  readonly gid?: number;
  /** Put before the program's own command line. */
  readonly wrap: readonly string[];
}

/** "nobody" on every Unix that matters here. */
const NOBODY = 65534;

/** Whether a user passes every folder down to `path`, by the mode bits. */
function mayPass(path: string, uid: number, gid: number): boolean {
  for (let folder = path; ; folder = dirname(folder)) {
    const { mode, uid: owner, gid: group } = statSync(folder);
    const bit = owner === uid ? 0o100 : group === gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (dirname(folder) === folder) return true;
  }
}

function runs(binaries: Binaries, runAs: Omit<RunAs, 'binaries'>): boolean {
  const [program, ...args] = [...runAs.wrap, binaries.postgres, '--version'];
  if (program === undefined) return false;
  const tried = spawnSync(program, args, { uid: runAs.uid, gid: runAs.gid, stdio: 'ignore', cwd: '/' });
  return tried.status === 0;
}

/** The installed programs where they run, else a copy in the data folder. */
function reachableBinaries(binaries: Binaries, folder: string, runAs: Omit<RunAs, 'binaries'>): RunAs | undefined {
  if (linkLibraries(binaries) && runs(binaries, runAs)) return { binaries, ...runAs };
  const copied = copyBinaries(binaries, folder);
  return runs(copied, runAs) ? { binaries: copied, ...runAs } : undefined;
}

function chownTree(path: string, uid: number, gid: number): void {
  lchownSync(path, uid, gid);
  for (const entry of readdirSync(path, { withFileTypes: true, recursive: true })) {
    lchownSync(join(entry.parentPath, entry.name), uid, gid);
  }
}

/** PostgreSQL's programs ask for the name of the user they run as, and end when there is none. */
const hasName = (uid: number): boolean => spawnSync('id', ['-un', String(uid)], { stdio: 'ignore' }).status === 0;

/** In this namespace the user that started it appears as "nobody"; on disk the files stay that user's own. */
const AS_NOBODY = ['unshare', '--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, '--'];

/**
 * Decides who runs the cluster that lies (or will lie) in `cluster`, and hands the cluster over to them.
 * @param folder the data folder around the cluster; exists.
 * @param cluster PostgreSQL's own folder, when there is one already.
 * @throws OperatorError when no way works on this machine.
 */
export function chooseRunAs(binaries: Binaries, folder: string, cluster: string | undefined): RunAs {
  const me = process.getuid?.();
  if (me !== 0) return chooseForUser(binaries, folder, cluster, me);
  const kept = cluster === undefined ? undefined : statSync(cluster);
  const owner = kept !== undefined && kept.uid !== 0 ? kept : statSync(folder);
  const uid = owner.uid === 0 ? NOBODY : owner.uid;
  const gid = owner.uid === 0 ? NOBODY : owner.gid;
  if (mayPass(folder, uid, gid)) {
    const lent = reachableBinaries(binaries, folder, { uid, gid, wrap: hasName(uid) ? [] : AS_NOBODY });
    if (lent !== undefined) {
      if (cluster !== undefined && kept?.uid !== uid) chownTree(cluster, uid, gid);
      return lent;
    }
  }
  const mapped = reachableBinaries(binaries, folder, { wrap: AS_NOBODY });
  if (mapped !== undefined) {
    if (cluster !== undefined && kept?.uid !== 0) chownTree(cluster, 0, 0);
    return mapped;
  }
  throw new OperatorError(
    `PostgreSQL does not run as root, and the user "nobody" cannot reach ${folder}: choose another folder with --data-dir (for example below /var/lib), or start as an ordinary user.`,
  );
}

function chooseForUser(binaries: Binaries, folder: string, cluster: string | undefined, uid: number | undefined): RunAs {
  if (cluster !== undefined) refuseForeignCluster(cluster);
  const isNameless = uid !== undefined && !hasName(uid);
  const mapped = isNameless ? reachableBinaries(binaries, folder, { wrap: AS_NOBODY }) : undefined;
  if (mapped !== undefined) return mapped;
  if (isNameless && cluster === undefined) {
    throw new OperatorError(`The user number ${uid} has no name on this machine, which PostgreSQL needs to create a database: start as a user listed in /etc/passwd.`);
  }
  const plain = reachableBinaries(binaries, folder, { wrap: [] });
  if (plain !== undefined) return plain;
  throw new OperatorError(`The embedded PostgreSQL (${binaries.postgres}) does not run on this machine: give a database of your own in DATABASE_URL.`);
}

function refuseForeignCluster(cluster: string): void {
  try {
    accessSync(cluster, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    throw new OperatorError(`The data folder ${dirname(cluster)} belongs to another user: start as that user, or choose another with --data-dir.`);
  }
}
