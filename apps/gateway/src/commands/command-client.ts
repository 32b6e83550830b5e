import { setTimeout as pause } from 'node:timers/promises';
import { proofHeader, prove } from '#commands/gateway-proof.js';
import { clientAddressOf } from '#commands/command-request.js';
import { RoundRobinPool } from 'undici';
import { Copies } from './copies.js';
import type { Deadline } from '../consistency/deadline.js';
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

/** Requests over one connection, which is then made anew: a name with many addresses leads to all of them in time. */
export const requestsPerConnection = 20;

// Each try has a limit of its own.
const noTimeouts = { headersTimeout: 0, bodyTimeout: 0 };

/** Gives commands to one service, all copies of it in turn. */
export class CommandClient {
  private readonly copies: Copies<RoundRobinPool>;

  /**
   * @param urls where copies of the service listen, separated by commas
   * @param key proves to the service that a command comes from the gateway
   * @param after does something after so many milliseconds, unless what it returns is called before
   */
  constructor(
    urls: string,
    private readonly key: Buffer,
    private readonly after: After = afterMs,
  ) {
    const options = {
      connections,
      pipelining: 1,
      maxRequestsPerClient: requestsPerConnection,
      connect: { timeout: 500 },
      ...noTimeouts,
    };
    this.copies = new Copies(urls.split(',').map((url) => new RoundRobinPool(url.trim(), options)));
  }

  /**
   * Sends a command; where a copy of the service cannot be reached, to the others at once, for about a second where none
   * can be, and once more in all where no answer came. Each try carries the same Idempotency-Key, so that it is safe whatever became of the one before.
   * @throws NoAnswer when none came within the command's deadline.
   */
  async send(command: Command): Promise<Answer> {
    const tried = new Set<RoundRobinPool>();
    for (let failedTries = 0; ;) {
      const copy = this.copies.next(tried);
      const failed = await this.tryOnce(copy, command).catch((cause: unknown) => {
        if (cause instanceof NoAnswer) return cause;
        throw cause;
      });
      if (!(failed instanceof NoAnswer)) return failed;
      tried.add(copy);
      this.copies.avoid(copy);
      if (failed.failure === 'no connection' && tried.size < this.copies.all.length) continue;
      failedTries += 1;
      if (tried.size === this.copies.all.length) tried.clear();
      const wait = pauseBeforeRetry(failedTries, failed.failure, command.deadline);
      if (wait === undefined) throw failed;
      await pause(wait);
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.copies.all.map((pool) => pool.close()));
  }

  private async tryOnce(copy: RoundRobinPool, { name, body, headers, deadline, tryMs }: Command): Promise<Answer> {
    const time = timeForTry(deadline, tryMs);
    if (time === undefined) throw new NoAnswer('timed out');
    const pending = new PendingAnswer();
    const cancel = this.after(time, () => pending.giveUp());
    try {
      const path = `/commands/${name}`;
      const proof = prove(this.key, { path, address: clientAddressOf({ headers }) });
      const request = {
        method: 'POST',
        path,
        headers: { 'content-type': 'application/json', [proofHeader]: proof, ...headers },
        body: JSON.stringify(body),
      };
      copy.dispatch(request, pending);
      const { status, text, ...when } = await pending.answer;
      if (saysNothing(status)) throw new NoAnswer('unavailable', { cause: new Error(`it said ${status}`) });
      return { status, body: JSON.parse(text) as unknown, ...when };
    } catch (cause) {
      if (cause instanceof NoAnswer) throw cause;
      if (cause instanceof SyntaxError) throw new NoAnswer('unavailable', { cause });
      throw new NoAnswer(pending.isGivenUp ? 'timed out' : 'no connection', { cause });
    } finally {
      cancel();
    }
  }
}
