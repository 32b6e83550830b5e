import { Inject, Injectable } from '@nestjs/common';
import { randomUUIDv7 } from 'node:crypto';
import type { DomainEvent } from '#contracts/envelope.js';
import type { Given } from '#decider/given.js';
import { forbidden } from '#decider/rejection.js';
import { parseBody } from '#http/validate.js';
import type { Caller } from '#identity/caller.js';
import type { SealingEventStore, SealingTransaction } from '#keyring/sealing-event-store.js';
import { ruleOfCommand, type CommandName, type CommandRules } from '#policy/policy.js';
import type { PoolClient } from 'pg';
import type { z } from 'zod';
import type { Callers } from './callers.js';
import { idempotencyOf, metadataNow, type CommandRequest } from './command-request.js';
import type { Versions } from './consistency-token.js';
import type { Decision } from './decide-on.js';
import { handleCommand } from './handle-command.js';
import { CALLERS, EVENTS, PSEUDONYM_KEY } from './nest/tokens.js';
import type { Decided, StreamNow, StreamOf } from './stream-of.js';

/** Undefined where the policy lets everyone give the command. */
export type CallerOf<Name extends CommandName> = CommandRules[Name]['may'] extends 'everyone' ? undefined : Caller;

/** What a command's handler gets. */
export interface Asked<Name extends CommandName, Wanted, Found> {
  wanted: Wanted;
  caller: CallerOf<Name>;
  /** The present time, ISO 8601: the events occur then. */
  at: string;
  /** Goes into every command. The actor is the caller; without a caller it is the system, with the command's name as rule. */
  by: Given;
  /** What the look-up returned. */
  found: Found;
}

/** A read that runs while the caller is checked; it must not write. */
export interface LookUp<Name extends CommandName, Wanted, Found> {
  read(wanted: Wanted, callerId: CallerOf<Name> extends undefined ? undefined : string): Promise<Found>;
  /** Whether the command checks the caller's address itself. */
  judgesAddress?: boolean;
}

export interface Handling<State, Command, Event, Fact, Before extends StreamNow<State>, Answer> extends Decision<
  State,
  Command,
  Event,
  Fact,
  Before,
  PoolClient
> {
  /** The owners whose keys the events need, besides a new one. */
  sealedFor?: readonly string[];
  /** What must be equal in a repetition; `wanted` if left out. It is stored as a keyed hash. */
  sameIn?: unknown;
  /** Work in the same transaction, after the decision. @returns versions of other streams, for readers to wait for. */
  alongside?(transaction: SealingTransaction<PoolClient>, decided: Decided<State, Event>): Promise<Versions | void>;
  answer?(decided: Decided<State, Event>): Answer;
  /** Called when the command is a repetition. @throws Rejection, Problem */
  onRepeat?(answer: Answer): Promise<void>;
  /** The streams of an answer that an older version of the service stored without them. */
  formerStreams?(kept: unknown): Versions;
}

/** Upper bound of the events that one command leads to. */
const maxEvents = 3;

/** Runs the commands of a service: checks the caller, parses the body, decides, stores, and answers. */
@Injectable()
export class Commands {
  constructor(
    @Inject(EVENTS) readonly events: SealingEventStore<PoolClient>,
    @Inject(CALLERS) private readonly callers: Callers,
    @Inject(PSEUDONYM_KEY) private readonly pseudonymKey: Buffer,
  ) {}

  /**
   * @param handle returns what to decide; it is called after the caller was permitted.
   * @returns the handling's answer, and the versions of the streams that were written. A repetition gets the first answer.
   * @throws Problem, Rejection
   */
  async run<
    Name extends CommandName,
    Wanted,
    State,
    Command,
    Event extends DomainEvent,
    Fact,
    Before extends StreamNow<State>,
    Answer extends object,
    Found = undefined,
  >(
    request: CommandRequest,
    name: Name,
    schema: z.ZodType<Wanted>,
    handle: (
      asked: Asked<Name, Wanted, Found>,
    ) =>
      | Handling<State, Command, Event, Fact, Before, Answer>
      | Promise<Handling<State, Command, Event, Fact, Before, Answer>>,
    lookUp?: LookUp<Name, Wanted, Found>,
  ): Promise<Answer & { streams: Versions }> {
    const { caller, wanted, found } = await this.ask(request, name, schema, lookUp);
    const metadata = metadataNow();
    const at = metadata.recordedAt;
    const handling = await handle({ wanted, caller, at, by: givenBy(name, caller, at), found });
    const { alongside, sameIn = wanted, answer: answerOf, onRepeat, formerStreams, check, ...decision } = handling;
    const { of } = decision;
    let others: Versions = {};
    const { answer, repeated } = await handleCommand(this.events, {
      ...decision,
      metadata,
      idempotency: idempotencyOf(request, {
        caller: caller?.personId,
        command: sameIn,
        pseudonymKey: this.pseudonymKey,
      }),
      check: (state) => {
        requireOwner(name, caller, of, state);
        check?.(state);
      },
      ...(alongside && {
        alongside: async (transaction: SealingTransaction<PoolClient>, decided: Decided<State, Event>) => {
          others = (await alongside(transaction, decided)) ?? {};
        },
      }),
      answer: (decided: Decided<State, Event>) => {
        const streams = { [of.stream]: decided.version, ...others };
        return { streams, ...answerOf?.(decided) } as Answer & { streams: Versions };
      },
    });
    if (!repeated) return answer;
    await onRepeat?.(answer);
    const kept: Answer & { streams?: Versions } = answer;
    return { ...kept, streams: kept.streams ?? formerStreams?.(kept) ?? {} };
  }

  /** Checks the caller and parses the body. @throws Problem */
  async ask<Name extends CommandName, Wanted, Found>(
    request: CommandRequest,
    name: Name,
    schema: z.ZodType<Wanted>,
    lookUp?: LookUp<Name, Wanted, Found>,
  ): Promise<{ caller: CallerOf<Name>; wanted: Wanted; found: Found }> {
    const look = async (callerId: string | undefined) => {
      const wanted = parseBody(schema, request.body);
      return { wanted, found: (await lookUp?.read(wanted, callerId as never)) as Found };
    };
    if (ruleOfCommand(name).may === 'everyone') {
      return { caller: undefined as CallerOf<Name>, ...(await look(undefined)) };
    }
    const [caller, asked] = await this.callers.of(
      request,
      name,
      ({ personId }) => look(personId),
      lookUp?.judgesAddress,
    );
    return { caller: caller as CallerOf<Name>, ...asked };
  }
}

function givenBy(name: CommandName, caller: Caller | undefined, at: string): Given {
  const actor = caller ? { kind: 'person' as const, id: caller.personId } : { kind: 'system' as const, rule: name };
  return { at, actor, ids: Array.from({ length: maxEvents }, () => randomUUIDv7()) };
}

/**
 * @throws Rejection if the command is only for one's own objects and this one is another's. A missing object is left to the
 * decider.
 */
function requireOwner<State>(
  name: CommandName,
  caller: Caller | undefined,
  of: Pick<StreamOf<State>, 'stream' | 'ownerOf'>,
  state: State,
): void {
  if (ruleOfCommand(name).whose !== 'own') return;
  if (!of.ownerOf) throw new Error(`nothing says whose ${of.stream} is`);
  const owner = of.ownerOf(state);
  if (owner === undefined || owner === caller?.personId) return;
  throw forbidden('NotTheirs', 'This is somebody else’s.');
}
