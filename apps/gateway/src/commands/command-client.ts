import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'undici';
import type { Deadline } from './deadline.js';
import { PendingAnswer } from './pending-answer.js';
import { type Failure, pauseBeforeRetry, saysNothing, timeForTry } from './retry-policy.js';

/** A command on its way to a service. */
export interface Command {
  /** kebab imperative, as in `/commands/post-comment` */
  name: string;
  body: unknown;
  headers: Record<string, string>;
  deadline: Deadline;
  /** milliseconds for one try, if other than usual */
  tryMs?: number;
}

/** What a service made of a command: its status below 500, and its JSON. */
export interface Answer {
  status: number;
  body: unknown;
  /** Seconds, where the service says when to try again. */
  retryAfter?: string;
}

/** The service gave no answer in time; whether the command was carried out is not known. */
export class NoAnswer extends Error {
  constructor(
    readonly failure: Failure,
    options?: ErrorOptions,
  ) {
    super(failure, options);
  }
}

type After = (ms: number, act: () => void) => () => void;

const afterMs: After = (ms, act) => {
  const timer = setTimeout(act, ms);
  return () => clearTimeout(timer);
};

const connections = 32;

// Each try has a limit of its own.
const noTimeouts = { headersTimeout: 0, bodyTimeout: 0 };

/** Gives commands to one service, all copies of it in turn. */
export class CommandClient {
  private readonly pools: Pool[];
  private turn = 0;

  /**
   * @param urls where copies of the service listen, separated by commas
   * @param after does something after so many milliseconds, unless what it returns is called before
   */
  constructor(
    urls: string,
    private readonly after: After = afterMs,
  ) {
    this.pools = urls
      .split(',')
      .map((url) => new Pool(url.trim(), { connections, pipelining: 1, connect: { timeout: 500 }, ...noTimeouts }));
  }

  /**
   * Sends a command, once more where the first try got no answer: both carry the same Idempotency-Key.
   * @throws NoAnswer when neither did within the command's deadline.
   */
  async send(command: Command): Promise<Answer> {
    for (let failedTries = 0; ;) {
      const failed = await this.tryOnce(command).catch((cause: unknown) => {
        if (cause instanceof NoAnswer) return cause;
        throw cause;
      });
      if (!(failed instanceof NoAnswer)) return failed;
      failedTries += 1;
      const wait = pauseBeforeRetry(failedTries, failed.failure, command.deadline);
      if (wait === undefined) throw failed;
      await pause(wait);
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.pools.map((pool) => pool.close()));
  }

  private async tryOnce({ name, body, headers, deadline, tryMs }: Command): Promise<Answer> {
    const time = timeForTry(deadline, tryMs);
    if (time === undefined) throw new NoAnswer('timed out');
    const pending = new PendingAnswer();
    const cancel = this.after(time, () => pending.giveUp());
    try {
      const request = {
        method: 'POST',
        path: `/commands/${name}`,
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      };
      this.nextPool().dispatch(request, pending);
      const { status, text, ...when } = await pending.answer;
      if (saysNothing(status)) throw new NoAnswer('unavailable');
      return { status, body: JSON.parse(text) as unknown, ...when };
    } catch (cause) {
      if (cause instanceof NoAnswer) throw cause;
      if (cause instanceof SyntaxError) throw new NoAnswer('unavailable', { cause });
      throw new NoAnswer(pending.isGivenUp ? 'timed out' : 'no connection', { cause });
    } finally {
      cancel();
    }
  }

  private nextPool(): Pool {
    this.turn = (this.turn + 1) % this.pools.length;
    return this.pools[this.turn] as Pool;
  }
}
