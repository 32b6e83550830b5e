import { setTimeout as pause } from 'node:timers/promises';
import { proofHeader, prove } from '#commands/gateway-proof.js';
import { clientAddressOf } from '#commands/command-request.js';
import { RoundRobinPool } from 'undici';
import { Replicas } from './replicas.js';
import { Deadline } from '../consistency/deadline.js';
import { PendingAnswer } from './pending-answer.js';
import { type Failure, pauseBeforeRetry, saysNothing, timeForTry } from './retry-policy.js';

/** A command to a service. */
export interface Command {
  /** kebab imperative, as in `/commands/post-comment` */
  name: string;
  body: unknown;
  headers: Record<string, string>;
  deadline: Deadline;
  /** milliseconds for one try, if other than usual */
  tryMs?: number;
}

/** A service's answer to a command: its status below 500, and its JSON. */
export interface Answer {
  status: number;
  body: unknown;
  /** Seconds of the service's Retry-After. */
  retryAfter?: string;
}

/** What a replica says, or why it says nothing. */
export interface Told {
  url: string;
  answer?: unknown;
  why?: string;
}

/** The service did not answer in time; whether it carried out the command is not known. */
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

/** Requests over one connection before it is replaced, so that all addresses of a name are used in time. */
export const requestsPerConnection = 20;

// No limits of undici's, because each try has its own.
const noTimeouts = { headersTimeout: 0, bodyTimeout: 0 };

/** Sends commands to one service, to its replicas in turn. */
export class CommandClient {
  private readonly urls: readonly string[];
  private readonly replicas: Replicas<RoundRobinPool>;

  /**
   * @param urls addresses of the service's replicas, separated by commas
   * @param key proves to the service that a command comes from the gateway
   * @param after calls a function after so many milliseconds, unless the function it returns is called before
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
    this.urls = urls.split(',').map((url) => url.trim());
    this.replicas = new Replicas(this.urls.map((url) => new RoundRobinPool(url, options)));
  }

  /**
   * Sends a command. If a replica cannot be reached, tries the others at once; if none can, tries for about a second.
   * If no answer came, tries once more in all. Each try has the same Idempotency-Key, so a retry is safe whatever
   * happened to the try before.
   * @throws NoAnswer if no answer came within the command's deadline.
   */
  async send(command: Command): Promise<Answer> {
    const tried = new Set<RoundRobinPool>();
    for (let failedTries = 0; ;) {
      const replica = this.replicas.next(tried);
      const failed = await this.tryOnce(replica, command).catch((cause: unknown) => {
        if (cause instanceof NoAnswer) return cause;
        throw cause;
      });
      if (!(failed instanceof NoAnswer)) return failed;
      tried.add(replica);
      this.replicas.avoid(replica);
      if (failed.failure === 'no connection' && tried.size < this.replicas.all.length) continue;
      failedTries += 1;
      if (tried.size === this.replicas.all.length) tried.clear();
      const wait = pauseBeforeRetry(failedTries, failed.failure, command.deadline);
      if (wait === undefined) throw failed;
      await pause(wait);
    }
  }

  /**
   * Asks every replica at once for something that changes nothing.
   * @param withinMs milliseconds for each. @returns per address its JSON, or why there is none.
   */
  askEach(name: string, headers: Record<string, string>, withinMs: number): Promise<Told[]> {
    const command = { name, body: {}, headers, deadline: new Deadline(withinMs), tryMs: withinMs };
    return Promise.all(
      this.replicas.all.map(async (replica, at): Promise<Told> => {
        const url = this.urls[at] ?? '';
        try {
          const { status, body } = await this.tryOnce(replica, command);
          return status === 200 ? { url, answer: body } : { url, why: `it answered ${status}` };
        } catch (error) {
          if (!(error instanceof NoAnswer)) throw error;
          return { url, why: error.failure === 'unavailable' ? (error.cause as Error).message : error.failure };
        }
      }),
    );
  }

  async close(): Promise<void> {
    await Promise.all(this.replicas.all.map((pool) => pool.close()));
  }

  private async tryOnce(replica: RoundRobinPool, { name, body, headers, deadline, tryMs }: Command): Promise<Answer> {
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
      replica.dispatch(request, pending);
      const { status, text, ...when } = await pending.answer;
      if (saysNothing(status)) throw new NoAnswer('unavailable', { cause: new Error(`it answered ${status}`) });
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
