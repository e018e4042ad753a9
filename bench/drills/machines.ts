import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const READY_MS = 60_000;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** One server process as an operator runs it, started again whenever it has died. */
class Server {
  readonly port: number;
  readonly #program: string;
  readonly #dataDir: string;
  #child: ChildProcess | undefined;
  #isWanted = true;
  readonly log: string[] = [];

  constructor(program: string, dataDir: string, port: number) {
    this.#program = program;
    this.#dataDir = dataDir;
    this.port = port;
  }

  start(): void {
    const child = spawn(process.execPath, [this.#program, 'start', '--port', String(this.port), '--data-dir', this.#dataDir, '--demo', 'none'], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, DATABASE_URL: '', NODE_ENV: '', DIGIONE_REQUESTS_PER_MINUTE: '100000000', DIGIONE_LOG_LEVEL: 'error' },
    });
    this.#child = child;
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data: Buffer) => this.log.push(data.toString()));
    child.once('exit', () => {
      // As a supervisor of services does.
      if (this.#isWanted && this.#child === child) setTimeout(() => this.#isWanted && this.start(), 200);
    });
  }

  kill(): void {
    this.#child?.kill('SIGKILL');
  }

  async isReady(): Promise<boolean> {
    try {
      const answer = await fetch(`http://127.0.0.1:${this.port}/readyz`, { signal: AbortSignal.timeout(2_000) });
      return answer.ok;
    } catch {
      return false;
    }
  }

  async stop(): Promise<void> {
    this.#isWanted = false;
    const child = this.#child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), 15_000);
    await ended;
    clearTimeout(timer);
  }
}

/** Two server processes and the PostgreSQL they share, out of one data folder. */
export class Machines {
  readonly home = mkdtempSync(join(tmpdir(), 'digione-drill-'));
  readonly dataDir = join(this.home, 'data');
  readonly servers: readonly Server[];
  readonly #bundle: string;

  constructor(ports: readonly number[]) {
    const built = spawnSync(process.execPath, [join(ROOT, 'bin', 'build.mjs'), 'server'], { stdio: 'inherit', cwd: ROOT });
    if (built.status !== 0) throw new Error('The server could not be built.');
    // A copy, since a build beside the drill would change the program under its feet.
    this.#bundle = join(ROOT, 'node_modules', '.cache', 'digione', `drill-${process.pid}`);
    mkdirSync(dirname(this.#bundle), { recursive: true });
    cpSync(join(ROOT, 'dist'), this.#bundle, { recursive: true, filter: (source) => !source.includes('build.lock') });
    // Root's PostgreSQL runs as "nobody", who must get through to its own folder inside.
    mkdirSync(this.dataDir, { recursive: true });
    spawnSync('chmod', ['711', this.home]);
    this.servers = ports.map((port) => new Server(join(this.#bundle, 'digione.mjs'), this.dataDir, port));
  }

  async start(): Promise<void> {
    for (const server of this.servers) {
      server.start();
      await this.waitUntil(`port ${server.port} is ready`, () => server.isReady());
    }
  }

  async waitUntil(what: string, holds: () => Promise<boolean>): Promise<void> {
    const end = performance.now() + READY_MS;
    while (performance.now() < end) {
      if (await holds()) return;
      await pause(50);
    }
    const logs = this.servers.map((server) => `--- port ${server.port}\n${server.log.slice(-20).join('')}`);
    throw new Error(`Waited in vain until ${what}.\n${logs.join('\n')}`);
  }

  get databaseUrl(): string {
    const { password, port } = JSON.parse(readFileSync(join(this.dataDir, 'postgres.json'), 'utf8')) as { password: string; port: number };
    return `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/digione`;
  }

  #postmaster(): number | undefined {
    const file = join(this.dataDir, 'postgres', 'postmaster.pid');
    return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : undefined;
  }

  /** Without a word, as a failing machine does: the postmaster; its children go with it. */
  killPostgres(): void {
    const pid = this.#postmaster();
    if (pid !== undefined && pid > 0) tryKill(pid);
  }

  /** One of PostgreSQL's processes at work: it then restarts all of them and recovers. */
  killBackend(): void {
    const pid = this.#postmaster();
    if (pid === undefined) return;
    const children = spawnSync('pgrep', ['-P', String(pid)], { encoding: 'utf8' }).stdout.split('\n').map(Number).filter((child) => child > 0);
    const victim = children[Math.floor(Math.random() * children.length)];
    if (victim !== undefined) tryKill(victim);
  }

  /** `digione check audit`, beside the running servers. */
  checkAudit(): { entries: number; chains: number; seals: number; faults: unknown[] } {
    const checked = spawnSync(process.execPath, [join(this.#bundle, 'digione.mjs'), 'check', 'audit', '--json', '--data-dir', this.dataDir], { encoding: 'utf8', env: { ...process.env, DATABASE_URL: '', NODE_ENV: '' }, maxBuffer: 64 * 1_048_576 });
    const line = checked.stdout.trim().split('\n').at(-1) ?? '';
    if (!line.startsWith('{')) throw new Error(`The audit check said nothing: ${checked.stderr}`);
    return JSON.parse(line) as ReturnType<Machines['checkAudit']>;
  }

  async stop(): Promise<void> {
    for (const server of this.servers) await server.stop();
    rmSync(this.#bundle, { recursive: true, force: true });
    rmSync(this.home, { recursive: true, force: true, maxRetries: 5 });
  }

  /** Keeps what the servers said, for a drill that failed. */
  keepLogs(): string {
    const file = join(tmpdir(), `digione-drill-${process.pid}.log`);
    writeFileSync(file, this.servers.map((server) => `--- port ${server.port}\n${server.log.join('')}`).join('\n'));
    return file;
  }
}

function tryKill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // Gone already.
  }
}
