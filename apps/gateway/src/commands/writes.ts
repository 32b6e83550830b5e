import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { givenIdempotencyKey } from '#commands/idempotency-key.js';
import { formatConsistencyToken, type Versions } from '#commands/consistency-token.js';
import { unavailable } from '#http/problem.js';
import { LOG } from '#process/service.module.js';
import { Consistency } from '../consistency/consistency.js';
import { type CommandClient, NoAnswer } from './command-client.js';
import { Deadline, requestBudgetMs } from '../consistency/deadline.js';
import type { Exchange } from './exchange.js';
import { headersOf } from './forwarded-headers.js';
import { prefers } from './prefers.js';
import { refusalOf } from './refusal-of.js';

/** A client's write under way. */
export interface Write extends Exchange {
  idempotencyKey: string;
  deadline: Deadline;
}

/** The fields that all commands' answers share: the versions they wrote, if any. */
export interface Written {
  streams?: Versions;
}

export interface NotProjectedYet {
  status: 'accepted';
  streams: Versions;
}

interface SendOptions {
  known?: Versions;
  headers?: Record<string, string>;
  tryMs?: number;
}

/** Sends a client's writes to the services, and waits until they are projected. */
@Injectable()
export class Writes {
  constructor(
    @Inject(Consistency) private readonly consistency: Consistency,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  /**
   * Begins a write: waits until the versions it builds on are projected.
   * @param budgetMs milliseconds it may take in all, from the request on.
   * @throws Problem 400 for an invalid Idempotency-Key or Consistency-Token; 503 if the versions are not projected in
   * time.
   */
  async begin({ request, reply }: Exchange, budgetMs = requestBudgetMs): Promise<Write> {
    const deadline = new Deadline(budgetMs - reply.elapsedTime);
    const idempotencyKey = givenIdempotencyKey(request.headers) ?? randomUUID();
    await this.consistency.meet(request, deadline);
    return { request, reply, idempotencyKey, deadline };
  }

  /**
   * Sends the command to its service.
   * @param options.known versions that the service must have replicated before it decides.
   * @param options.headers of the command, besides those of every one.
   * @param options.tryMs milliseconds for one try, if other than usual.
   * @throws Problem with the service's refusal, or 503 with the Idempotency-Key to repeat it by.
   */
  async send<Answer extends Written>(
    write: Write,
    service: CommandClient,
    name: string,
    body: unknown,
    { known = {}, headers: more = {}, tryMs }: SendOptions = {},
  ): Promise<Answer> {
    write.reply.header('Idempotency-Key', write.idempotencyKey);
    const headers = { ...headersOf(write.request, write.idempotencyKey, known), ...more };
    const command = { name, body, headers, deadline: write.deadline, ...(tryMs !== undefined && { tryMs }) };
    const answer = await service.send(command).catch((error: unknown) => {
      if (!(error instanceof NoAnswer)) throw error;
      this.log.warn({ command: name, failure: error.failure, reason: String(error.cause) }, 'a command got no answer');
      throw unavailable('The service that decides this is away. Repeat it with the same Idempotency-Key.', 1);
    });
    if (answer.status >= 400) throw refusalOf(answer);
    const written = answer.body as Answer;
    if (written.streams) write.reply.header('Consistency-Token', formatConsistencyToken(written.streams));
    return written;
  }

  /** Whether the write is projected; waits for it unless the client asked not to. */
  async isShown({ request, deadline }: Write, { streams = {} }: Written): Promise<boolean> {
    if (prefers(request.headers['prefer'], 'respond-async')) return false;
    // The write is stored, whatever happens to the read.
    return this.consistency.isShown(streams, deadline).catch(() => false);
  }

  /** The written state as everyone reads it now, or the answer that the write is accepted. */
  async show<Shown>(
    write: Write,
    written: Written,
    read: () => Promise<Shown | undefined>,
  ): Promise<Shown | NotProjectedYet> {
    if (await this.isShown(write, written)) {
      const shown = await read().catch(() => undefined);
      if (shown !== undefined) return shown;
    }
    write.reply.status(202);
    return { status: 'accepted', streams: written.streams ?? {} };
  }
}
