import { Agent, request } from 'node:http';
import { performance } from 'node:perf_hooks';

export interface Target {
  name: string;
  /** The next request to make; called once per request. */
  next: () => { path: string; token: string };
}

export interface LoadResult {
  requests: number;
  errors: number;
  seconds: number;
  /** Milliseconds, ascending. */
  latencies: Float64Array;
}

function ask(agent: Agent, port: number, { path, token }: { path: string; token: string }): Promise<boolean> {
  return new Promise((resolve) => {
    const outgoing = request({ agent, port, host: '127.0.0.1', path, headers: { authorization: `Bearer ${token}` } }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode === 200));
    });
    outgoing.on('error', () => resolve(false));
    outgoing.end();
  });
}

const sorted = (values: number[]) => Float64Array.from(values).sort();

/** As many requests as `connections` callers get answered, each asking again at once. */
export async function closedLoop(port: number, target: Target, connections: number, seconds: number): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const latencies: number[] = [];
  let errors = 0;
  const begin = performance.now();
  const end = begin + seconds * 1000;
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() < end) {
        const asked = performance.now();
        if (!(await ask(agent, port, target.next()))) errors += 1;
        latencies.push(performance.now() - asked);
      }
    }),
  );
  agent.destroy();
  return { requests: latencies.length, errors, seconds: (performance.now() - begin) / 1000, latencies: sorted(latencies) };
}

/** A fixed rate whatever the server does; latency counts from when a request should have begun, so stalls show. */
export async function openLoop(port: number, target: Target, rate: number, seconds: number): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: 512 });
  const latencies: number[] = [];
  let errors = 0;
  const waiting = new Set<Promise<void>>();
  const begin = performance.now();
  const total = Math.round(rate * seconds);
  for (let sent = 0; sent < total; ) {
    const due = Math.min(total, Math.floor(((performance.now() - begin) / 1000) * rate) + 1);
    for (; sent < due; sent++) {
      const intended = begin + (sent / rate) * 1000;
      const done = ask(agent, port, target.next()).then((ok) => {
        if (!ok) errors += 1;
        latencies.push(performance.now() - intended);
        waiting.delete(done);
      });
      waiting.add(done);
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await Promise.all(waiting);
  agent.destroy();
  return { requests: latencies.length, errors, seconds: (performance.now() - begin) / 1000, latencies: sorted(latencies) };
}

export const percentile = (latencies: Float64Array, share: number): number => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? 0;
