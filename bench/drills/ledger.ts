import { randomUUID } from 'node:crypto';
import { addDays } from '@digione/local-date';
import { systemClock } from '@digione/platform/time';
import type { Class, DrillSchool } from './school.ts';

export type Kind = 'correction' | 'register' | 'notice';

/** A write as the client sent it, and what it was told. */
export interface Entry {
  readonly kind: Kind;
  readonly key: string;
  readonly method: string;
  readonly path: string;
  readonly token: string;
  readonly ifMatch: string | undefined;
  readonly body: object;
  /** What it is about, for the check: a person, a lesson, a learner's day. */
  readonly about: string;
  tries: number;
  /** Undefined: the client gave up without knowing. */
  answer: Answer | undefined;
}

export interface Answer {
  readonly status: number;
  readonly text: string;
  /** Names the request in the audit log. */
  readonly traceId: string;
}

const RETRY_MS = 100;
const TIMEOUT_MS = 5_000;
/** So many in a hundred give up after one try, as a phone that lost its network. */
const GIVES_UP = 5;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Writes through the API as the workspace does: a key for each write, the same key again until there is an answer. */
export class LedgerClient {
  readonly entries: Entry[] = [];
  /** When the write was sent that was answered last, and when its answer came: the end of a time without service. */
  lastServed = { sentAt: 0, answeredAt: 0 };
  readonly refusals: string[] = [];
  readonly #ports: readonly number[];
  readonly #school: DrillSchool;
  readonly #versions = new Map<string, number>();
  #next = 0;
  #isOver = false;

  constructor(school: DrillSchool, ports: readonly number[]) {
    this.#school = school;
    this.#ports = ports;
  }

  /** Writes about one class until told to stop; what is under way is brought to its end. */
  async write(one: Class, seed: number): Promise<void> {
    for (let turn = seed; !this.#isOver; turn++) await this.#send(this.#nextEntry(one, turn));
  }

  stop(): void {
    this.#isOver = true;
  }

  get acknowledged(): Entry[] {
    return this.entries.filter(({ answer }) => answer !== undefined);
  }

  #nextEntry(one: Class, turn: number): Entry {
    const base = `/api/providers/${this.#school.educationProviderId}`;
    const number = this.#next++;
    const common = { key: randomUUID(), tries: 0, answer: undefined };
    const learner = one.learners[turn % one.learners.length] ?? '';
    if (turn % 3 === 0) {
      const version = this.#versions.get(learner) ?? 1;
      const body = { phone: `+3585${String(number).padStart(8, '0')}` };
      return { ...common, kind: 'correction', method: 'PATCH', path: `${base}/people/${learner}`, token: this.#school.secretaryToken, ifMatch: `"v${version}"`, body, about: learner };
    }
    if (turn % 3 === 1) {
      const lesson = one.lessons[Math.floor(turn / 3) % one.lessons.length];
      const about = `${lesson?.weeklyLessonId}/${lesson?.heldOn}`;
      const version = this.#versions.get(about) ?? 0;
      // Each save marks another learner away and takes the former back, so that every save changes something.
      const marks = one.learners.map((learnerId, index) => ({ learnerId, mark: index === number % one.learners.length ? 'absent' : 'present' }));
      return { ...common, kind: 'register', method: 'PUT', path: `${base}/lessons/${about}/register`, token: one.teacherToken, ifMatch: `"v${version}"`, body: { marks, allPresent: true, topic: `tunti ${number}` }, about };
    }
    const day = addDays(systemClock.today(), 10 + (Math.floor(turn / 3 / one.learners.length) % 150));
    const body = { learners: [{ educationProviderId: this.#school.educationProviderId, learnerId: learner }], firstDay: day, lastDay: day, absenceTypeCode: 'leave', note: `matka ${number}` };
    return { ...common, kind: 'notice', method: 'POST', path: '/api/absence-notices', token: one.guardianToken, ifMatch: undefined, body, about: `matka ${number}` };
  }

  async #send(entry: Entry): Promise<void> {
    this.entries.push(entry);
    // Only what nothing later stands on may be given up.
    const givesUp = entry.kind === 'notice' && Math.random() * 100 < GIVES_UP;
    for (;;) {
      entry.tries += 1;
      const sentAt = performance.now();
      const answer = await this.attempt(entry, this.#ports[(entry.tries + this.entries.length) % this.#ports.length] ?? 0);
      if (answer !== undefined && answer.status < 500) {
        if (answer.status >= 400) {
          this.refusals.push(`${entry.kind} ${answer.status} ${answer.text.slice(0, 200)}`);
          return;
        }
        entry.answer = answer;
        if (sentAt > this.lastServed.sentAt) this.lastServed = { sentAt, answeredAt: performance.now() };
        const { version } = JSON.parse(answer.text) as { version?: number };
        if (version !== undefined) this.#versions.set(entry.about, version);
        return;
      }
      if (givesUp) return;
      await pause(RETRY_MS);
    }
  }

  /** @returns undefined when the connection broke or nothing came in time */
  async attempt(entry: Entry, port: number): Promise<Answer | undefined> {
    const traceId = randomUUID().replaceAll('-', '');
    try {
      const response = await fetch(`http://127.0.0.1:${port}${entry.path}`, {
        method: entry.method,
        headers: {
          authorization: `Bearer ${entry.token}`,
          'content-type': 'application/json',
          'idempotency-key': entry.key,
          traceparent: `00-${traceId}-0000000000000001-01`,
          ...(entry.ifMatch === undefined ? {} : { 'if-match': entry.ifMatch }),
        },
        body: JSON.stringify(entry.body),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      return { status: response.status, text: await response.text(), traceId };
    } catch {
      return undefined;
    }
  }
}
