import { fork, type ChildProcess } from 'node:child_process';
import { withTimeout } from '#service/with-timeout.js';
import type { Body, Rendered } from './body.js';
import type { RenderingAnswer, RenderingRequest } from './serve-rendering.js';

/** Megabytes of its old generation: what becomes of a text there is no part of the parent's heap. */
export const renderingHeapMb = 96;

/** Milliseconds it may take to start. */
export const renderingStartsWithinMs = 10_000;

/** The process ended, or did not answer in time. */
export class RenderingLost extends Error {}

/** One process that renders, from its start to its end; asked one thing at a time. */
export class RenderingProcess {
  private readonly child: ChildProcess;
  private lost: RenderingLost | undefined;
  private next = Promise.withResolvers<RenderingAnswer>();
  private readonly ready = this.next.promise;

  constructor(
    script: string,
    private readonly onEnd: (why: string) => void,
  ) {
    this.child = fork(script, {
      execArgv: [`--max-old-space-size=${renderingHeapMb}`, '--max-semi-space-size=8'],
      // Nothing that a text could be after, such as a database's address.
      env: { MALLOC_ARENA_MAX: '2' },
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.ready.catch(() => undefined);
    this.child.on('message', (answer: RenderingAnswer) => this.next.resolve(answer));
    this.child.on('error', (error) => this.end(String(error)));
    this.child.on('exit', (code, signal) => this.end(signal ?? `code ${code}`));
    // Whoever waits for an answer has a timer; an idle one keeps nobody from ending.
    this.child.unref();
    this.child.channel?.unref();
  }

  get isLost(): boolean {
    return this.lost !== undefined;
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  /** @throws Error when it does not start, or not in time. */
  async whenReady(): Promise<void> {
    if (this.lost) throw this.lost;
    await withTimeout(this.ready, renderingStartsWithinMs, 'a process that renders to start');
  }

  /** What became of each. @throws RenderingLost, after which it is of no more use. */
  async render(bodies: Body[], withinMs: number): Promise<Rendered[]> {
    if (this.lost) throw this.lost;
    this.next = Promise.withResolvers();
    const request: RenderingRequest = { bodies, withinMs };
    this.child.send(request, () => undefined);
    try {
      return (await withTimeout(this.next.promise, withinMs, 'HTML')) as Rendered[];
    } catch (error) {
      this.lost ??= error instanceof RenderingLost ? error : new RenderingLost(`no answer within ${withinMs} ms`);
      this.kill();
      throw this.lost;
    }
  }

  kill(): void {
    this.child.kill('SIGKILL');
  }

  private end(why: string): void {
    this.lost ??= new RenderingLost(`ended by ${why}`);
    this.next.reject(this.lost);
    this.onEnd(this.lost.message);
  }
}
