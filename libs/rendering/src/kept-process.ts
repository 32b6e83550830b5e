import { join } from 'node:path';
import type { Body, Rendered } from './body.js';
import { renderingAnswersWithinMs, renderingCpuMs, RenderingLost, RenderingProcess } from './rendering-process.js';

export interface KeptProcessOptions {
  /** The script of the process; by default the real one, of the library above this one, which adds the house view. */
  script?: string;
  /** Called each time a process is lost. */
  onLost?: (why: string) => void;
  /** Milliseconds of CPU time for one request. */
  cpuMs?: number;
  /** Milliseconds for one request, however busy the machine is. */
  answerMs?: number;
}

/** A rendering process that is started on demand, and restarted after a loss. */
export class KeptProcess {
  /** Why the last process was lost. */
  lastLoss = '';
  private process: RenderingProcess | undefined;
  private closed = false;

  constructor(private readonly options: KeptProcessOptions) {}

  get pid(): number | undefined {
    return this.process?.pid;
  }

  /** Starts a process before it is needed. */
  warmUp(): void {
    this.current();
  }

  /**
   * @returns undefined if the process was lost over these bodies.
   * @throws Error ("waited …") if no process can be started.
   */
  async render(bodies: Body[]): Promise<Rendered[] | undefined> {
    const process = await this.ready();
    try {
      return await process.render(bodies);
    } catch (error) {
      if (!(error instanceof RenderingLost)) throw error;
      this.lastLoss = error.message;
      if (this.process === process) this.process = undefined;
      return undefined;
    }
  }

  close(): void {
    this.closed = true;
    this.process?.kill();
  }

  private async ready(): Promise<RenderingProcess> {
    if (this.closed) throw away('closed');
    const process = this.current();
    try {
      await process.whenReady();
      return process;
    } catch (error) {
      process.kill();
      if (this.process === process) this.process = undefined;
      throw away((error as Error).message);
    }
  }

  private current(): RenderingProcess {
    if (this.process?.isLost) this.process = undefined;
    return (this.process ??= this.start());
  }

  private start(): RenderingProcess {
    const { script = join(import.meta.dirname, '../../thesaurus/src/rendering-main.js'), onLost } = this.options;
    const { cpuMs = renderingCpuMs, answerMs = renderingAnswersWithinMs } = this.options;
    return new RenderingProcess({ script, cpuMs, answerMs, onLost: (why) => this.closed || onLost?.(why) });
  }
}

/** Worded like other timeouts: the bodies are not at fault. */
const away = (why: string) => new Error(`waited 0 ms for a process that renders: ${why}`);
