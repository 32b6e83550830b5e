import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { withTimeout } from '#process/with-timeout.js';
import type { Body, Rendered } from './body.js';
import { KeptProcess, type KeptProcessOptions } from './kept-process.js';
import { renderText } from './render-text.js';

/** Upper bound of the characters of plain text that are escaped in this process: 300 KB of HTML at most. */
export const longestTextInPlace = 50_000;

/**
 * Milliseconds a batch waits for its bodies, inside its transaction. Then it fails and is repeated; rendering continues
 * meanwhile.
 */
export const batchWaitsMs = 4_000;

/** Upper bound of batches whose bodies are queued or being rendered. */
export const maxWaitingBatches = 32;

/** How long a result is kept, for the next tries of its batch. */
const keepMs = 60_000;

/** How many results are kept; the least recently used are evicted. */
const maxKept = 20_000;

const harmless: Body = { body: 'a *b*', format: 'markdown' };

export interface BodyRendererOptions extends KeptProcessOptions {
  waitMs?: number;
}

/**
 * Renders bodies in a process with a heap of its own, so that no body can end or stall the caller. Short plain text is
 * escaped here, at a cost linear in its length. If the process is lost over a batch, each body is tried alone: the process
 * is lost again over the one at fault.
 */
export class BodyRenderer {
  private readonly process: KeptProcess;
  private readonly waitMs: number;
  private turn: Promise<unknown> = Promise.resolve();
  private waiting = 0;
  /** Results by body: pending ones, those whose batch did not wait, and faults. */
  private readonly begun = new LRUCache<string, Promise<Rendered>>({ max: maxKept, ttl: keepMs, ttlResolution: 0 });

  constructor({ waitMs = batchWaitsMs, ...options }: BodyRendererOptions = {}) {
    this.process = new KeptProcess(options);
    this.waitMs = waitMs;
  }

  /** Of the rendering process, while there is one. */
  get pid(): number | undefined {
    return this.process.pid;
  }

  /** Starts the process before it is needed. */
  warmUp(): void {
    this.process.warmUp();
  }

  /**
   * Renders the bodies, in order. @throws Error ("waited …") if they are not ready yet or cannot be rendered now: no body is
   * at fault.
   */
  async render(bodies: Body[]): Promise<Rendered[]> {
    const done = bodies.map((body) => (isPlain(body) ? { html: renderText(body.body) } : undefined));
    const marked = bodies.filter((_, at) => !done[at]);
    if (marked.length === 0) return done as Rendered[];
    const rest = await withTimeout(Promise.all(this.begin(marked)), this.waitMs, 'the bodies of a batch');
    for (const [at, body] of marked.entries()) if (rest[at] && 'html' in rest[at]) this.begun.delete(keyOf(body));
    return done.map((text) => text ?? (rest.shift() as Rendered));
  }

  close(): void {
    this.process.close();
  }

  /** Reuses pending and kept results, and starts the rest. */
  private begin(bodies: Body[]): Promise<Rendered>[] {
    const keys = bodies.map(keyOf);
    const results = new Map(keys.map((key) => [key, this.begun.get(key)]));
    const fresh = new Map(keys.flatMap((key, at) => (results.get(key) ? [] : [[key, bodies[at] as Body]])));
    const rendering = fresh.size > 0 ? this.inTurn([...fresh.values()]) : undefined;
    for (const [at, key] of [...fresh.keys()].entries()) {
      const result = rendering?.then((all) => all[at] as Rendered) as Promise<Rendered>;
      results.set(key, result);
      this.keep(key, result);
    }
    return keys.map((key) => results.get(key) as Promise<Rendered>);
  }

  private inTurn(bodies: Body[]): Promise<Rendered[]> {
    if (this.waiting >= maxWaitingBatches) throw away(`${maxWaitingBatches} batches before this one`);
    this.waiting += 1;
    const mine = this.turn.then(() => this.renderApart(bodies));
    this.turn = mine.catch(() => undefined).finally(() => (this.waiting -= 1));
    return mine;
  }

  private keep(key: string, result: Promise<Rendered>): void {
    this.begun.set(key, result, { ttl: 0 });
    // A failure is not kept; a result is kept for the next tries.
    result.then(
      () => this.begun.get(key) === result && this.begun.set(key, result),
      () => this.begun.delete(key),
    );
  }

  private async renderApart(bodies: Body[]): Promise<Rendered[]> {
    const together = await this.process.render(bodies);
    if (together) return together;
    const rendered: Rendered[] = [];
    for (const body of bodies) rendered.push(await this.renderAlone(body));
    return rendered;
  }

  private async renderAlone(body: Body): Promise<Rendered> {
    const [alone] = (await this.process.render([body])) ?? [];
    if (alone) return alone;
    const fault = `the process that renders was lost over it twice: ${this.process.lastLoss}`;
    if (!(await this.process.render([harmless]))) throw away('a process that renders anything');
    return { fault };
  }
}

/** Worded like other timeouts, so that the batch is repeated and none of its bodies counts as faulty. */
const away = (what: string) => new Error(`waited 0 ms for ${what}`);

const isPlain = ({ body, format, inHouse }: Body) =>
  format === 'text' && inHouse === undefined && body.length <= longestTextInPlace;

const keyOf = ({ body, format, isComment, inHouse }: Body) =>
  createHash('sha256')
    .update(`${format} ${isComment === true} ${JSON.stringify(inHouse ?? '')} ${body}`)
    .digest('base64');
