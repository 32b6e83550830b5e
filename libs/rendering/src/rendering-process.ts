import { fork, type ChildProcess } from 'node:child_process';
import { withTimeout } from '#process/with-timeout.js';
import type { Body, Rendered } from './body.js';
import { cpuMsOfProcess } from './cpu-of-process.js';
import type { RenderingAnswer, RenderingRequest } from './serve-rendering.js';

/** Megabytes of its old generation. Its heap is separate from the parent's. */
export const renderingHeapMb = 160;

/** Milliseconds it may take to start. */
export const renderingStartsWithinMs = 20_000;

/**
 * Milliseconds of CPU time for one request; the longest texts take two thousand. CPU time, so that a busy machine does not
 * count.
 */
export const renderingCpuMs = 10_000;

/** Milliseconds for an answer, however busy the machine is. A process whose parent has ended stops after them too. */
export const renderingAnswersWithinMs = 30_000;

const lookEveryMs = 200;

/** The process ended, or did not answer in time. */
export class RenderingLost extends Error {}

export interface RenderingProcessOptions {
  script: string;
  cpuMs: number;
  answerMs: number;
  /** Called when the process is lost. */
  onLost(why: string): void;
}

/** One rendering process, from start to end. It handles one request at a time. */
export class RenderingProcess {
  private readonly child: ChildProcess;
  private lost: RenderingLost | undefined;
  private next = Promise.withResolvers<RenderingAnswer>();
  private readonly ready = this.next.promise;

  constructor(private readonly options: RenderingProcessOptions) {
    this.child = fork(options.script, {
      execArgv: [`--max-old-space-size=${renderingHeapMb}`, '--max-semi-space-size=8'],
      // Passes on no secret that a malicious text could be after, such as a database's URL.
      env: { MALLOC_ARENA_MAX: '2' },
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.ready.catch(() => undefined);
    this.child.on('message', (answer: RenderingAnswer) => this.next.resolve(answer));
    this.child.on('error', (error) => this.lose(String(error)));
    this.child.on('exit', (code, signal) => this.lose(`ended by ${signal ?? `code ${code}`}`));
    // A pending request has a timer; an idle process must not keep this one from ending.
    this.child.unref();
    this.child.channel?.unref();
  }

  get isLost(): boolean {
    return this.lost !== undefined;
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  /** @throws Error if it does not start in time. */
  async whenReady(): Promise<void> {
    if (this.lost) throw this.lost;
    await withTimeout(this.ready, renderingStartsWithinMs, 'a process that renders to start');
  }

  /** The result of each body. @throws RenderingLost; the process cannot be used after it. */
  async render(bodies: Body[]): Promise<Rendered[]> {
    if (this.lost) throw this.lost;
    this.next = Promise.withResolvers();
    const request: RenderingRequest = { bodies, withinMs: this.options.answerMs };
    this.child.send(request, () => undefined);
    const watch = this.watch();
    try {
      return (await this.next.promise) as Rendered[];
    } finally {
      clearInterval(watch);
    }
  }

  kill(): void {
    this.child.kill('SIGKILL');
  }

  private watch(): NodeJS.Timeout {
    const { cpuMs, answerMs } = this.options;
    const [begun, before] = [performance.now(), cpuMsOfProcess(this.pid)];
    return setInterval(() => {
      const waited = performance.now() - begun;
      const computed = before === undefined ? waited : (cpuMsOfProcess(this.pid) ?? 0) - before;
      if (computed > cpuMs) this.lose(`no answer within ${cpuMs} ms of its own time`);
      else if (waited > answerMs) this.lose(`no answer within ${answerMs} ms`);
    }, lookEveryMs);
  }

  private lose(why: string): void {
    if (this.lost) return;
    this.lost = new RenderingLost(why);
    this.kill();
    this.next.reject(this.lost);
    this.options.onLost(why);
  }
}
