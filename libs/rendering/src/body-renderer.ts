import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { withTimeout } from '#process/with-timeout.js';
import type { Body, Rendered } from './body.js';
import { KeptProcess, type KeptProcessOptions } from './kept-process.js';
import { renderText } from './render-text.js';

/** Characters of plain text that are escaped in place: 300 KB of HTML at most. */
export const longestTextInPlace = 50_000;

/** Milliseconds a batch waits for its bodies, in its transaction; it is given again, and they are rendered meanwhile. */
export const batchWaitsMs = 4_000;

/** Batches whose bodies may be waiting for the process, or be with it. */
export const mostWaitingBatches = 32;

/** How long a result is kept: over the next tries of its batch. */
const keepMs = 60_000;

/** How many are kept, those first that were asked for last. */
const maxKept = 20_000;

const harmless: Body = { body: 'a *b*', format: 'markdown' };

export interface BodyRendererOptions extends KeptProcessOptions {
  waitMs?: number;
}

/**
 * Renders bodies in a process with a heap of its own, so that none can end or stall the one that asks. Short plain
 * text needs no such care: it is escaped here, at the cost of its length. Where the process is lost over a batch, each body is tried
 * alone: it is lost once more over the one that is at fault.
 */
export class BodyRenderer {
  private readonly process: KeptProcess;
  private readonly waitMs: number;
  private turn: Promise<unknown> = Promise.resolve();
  private waiting = 0;
  /** What is being rendered, or was for a batch that did not wait for it, or is at fault. */
  private readonly begun = new LRUCache<string, Promise<Rendered>>({ max: maxKept, ttl: keepMs, ttlResolution: 0 });

  constructor({ waitMs = batchWaitsMs, ...options }: BodyRendererOptions = {}) {
    this.process = new KeptProcess(options);
    this.waitMs = waitMs;
  }

  /** Of the process that renders, while there is one. */
  get pid(): number | undefined {
    return this.process.pid;
  }

  /** Starts the process before it is needed. */
  warmUp(): void {
    this.process.warmUp();
  }

  /** In their order. @throws Error ("waited …") where they are not rendered yet or cannot be now: no body is at fault. */
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

  /** What was begun before, and what is now. */
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
    if (this.waiting >= mostWaitingBatches) throw away(`${mostWaitingBatches} batches before this one`);
    this.waiting += 1;
    const mine = this.turn.then(() => this.renderApart(bodies));
    this.turn = mine.catch(() => undefined).finally(() => (this.waiting -= 1));
    return mine;
  }

  private keep(key: string, result: Promise<Rendered>): void {
    this.begun.set(key, result, { ttl: 0 });
    // Of what fails nothing is kept, and of the rest no longer than somebody may come for it.
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

/** In the words of whatever else is waited for: the batch can be given again, and nothing of it is at fault. */
const away = (what: string) => new Error(`waited 0 ms for ${what}`);

const isPlain = ({ body, format }: Body) => format === 'text' && body.length <= longestTextInPlace;

const keyOf = ({ body, format }: Body) => createHash('sha256').update(`${format} ${body}`).digest('base64');
