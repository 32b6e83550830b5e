import { createHash } from 'node:crypto';
import { ForgetfulMap } from '#service/forgetful-map.js';
import type { Body, Rendered } from './body.js';
import { KeptProcess, type KeptProcessOptions } from './kept-process.js';
import { renderText } from './render-text.js';

/** Milliseconds for a batch, looked at before each of its bodies is tried alone; its transaction may be idle for 15 s. */
export const renderBatchWithinMs = 8_000;

/** Batches that may wait for the process, or be with it. */
export const mostWaitingBatches = 32;

/** How long it is remembered that a body cannot be rendered: over the next tries of its batch. */
const rememberMs = 60_000;

const harmless: Body = { body: 'a *b*', format: 'markdown' };

export interface BodyRendererOptions extends KeptProcessOptions {
  batchWithinMs?: number;
}

/**
 * Renders bodies in a process with a heap of its own, so that none can end or stall the one that asks. Plain text needs no
 * such care: it is escaped here, at the cost of its length. Where the process is lost over a batch, each body is tried
 * alone: it is lost once more over the one that is at fault.
 */
export class BodyRenderer {
  private readonly process: KeptProcess;
  private readonly batchWithinMs: number;
  private turn: Promise<unknown> = Promise.resolve();
  private waiting = 0;
  private readonly faults = new ForgetfulMap<string>(() => performance.now());

  constructor({ batchWithinMs = renderBatchWithinMs, ...options }: BodyRendererOptions = {}) {
    this.process = new KeptProcess(options);
    this.batchWithinMs = batchWithinMs;
  }

  /** Of the process that renders, while there is one. */
  get pid(): number | undefined {
    return this.process.pid;
  }

  /** Starts the process before it is needed. */
  warmUp(): void {
    this.process.warmUp();
  }

  /** In their order. @throws Error ("waited …") where nothing can be rendered now: no body is at fault. */
  async render(bodies: Body[]): Promise<Rendered[]> {
    const done = bodies.map(({ body, format }) => (format === 'text' ? { html: renderText(body) } : undefined));
    const marked = bodies.filter((_, at) => !done[at]);
    const rest = marked.length > 0 ? await this.inTurn(() => this.renderApart(marked)) : [];
    return done.map((text) => text ?? (rest.shift() as Rendered));
  }

  close(): void {
    this.process.close();
  }

  private async inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.waiting >= mostWaitingBatches) throw away(0, `${mostWaitingBatches} batches to be rendered`);
    this.waiting += 1;
    const mine = this.turn.then(work).finally(() => (this.waiting -= 1));
    this.turn = mine.catch(() => undefined);
    return mine;
  }

  private async renderApart(bodies: Body[]): Promise<Rendered[]> {
    const until = performance.now() + this.batchWithinMs;
    const known = bodies.map((body) => this.faults.get(keyOf(body)));
    const unknown = bodies.filter((_, at) => known[at] === undefined);
    const together = unknown.length > 0 ? await this.process.render(unknown) : [];
    const rendered: Rendered[] = [];
    let tried = 0;
    for (const [at, body] of bodies.entries()) {
      const fault = known[at];
      if (fault !== undefined) rendered.push({ fault });
      else if (together) rendered.push(together.shift() as Rendered);
      // The batch is given again, and what was found by now is remembered then: one more at the least.
      else if (tried++ > 0 && performance.now() > until) throw away(this.batchWithinMs, 'the bodies of a batch');
      else rendered.push(await this.renderAlone(body));
    }
    return rendered;
  }

  private async renderAlone(body: Body): Promise<Rendered> {
    const [alone] = (await this.process.render([body])) ?? [];
    if (alone) return alone;
    const fault = `the process that renders was lost over it twice: ${this.process.lastLoss}`;
    if (!(await this.process.render([harmless]))) throw away(0, 'a process that renders anything');
    this.faults.set(keyOf(body), fault, rememberMs);
    return { fault };
  }
}

/** In the words of whatever else is waited for: the batch can be given again, and nothing of it is at fault. */
const away = (ms: number, what: string) => new Error(`waited ${ms} ms for ${what}`);

const keyOf = ({ body, format }: Body) => createHash('sha256').update(`${format} ${body}`).digest('base64');
