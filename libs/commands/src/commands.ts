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

/** Nobody where the policy lets everyone give the command. */
export type CallerOf<Name extends CommandName> = CommandRules[Name]['may'] extends 'everyone' ? undefined : Caller;

/** What a command is asked with. */
export interface Asked<Name extends CommandName, Wanted, Found> {
  wanted: Wanted;
  caller: CallerOf<Name>;
  /** Now, ISO 8601: when what comes of it happens. */
  at: string;
  /** To go along with the command. The actor is the caller, or where nobody is known the system by the command's name. */
  by: Given;
  /** What was looked up beside. */
  found: Found;
}

/** What is looked up while it is checked who gives the command; it only reads. */
export interface LookUp<Name extends CommandName, Wanted, Found> {
  read(wanted: Wanted, callerId: CallerOf<Name> extends undefined ? undefined : string): Promise<Found>;
  /** The command judges by itself where it comes from. */
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
  /** Whose keys the events need, besides a new one. */
  sealedFor?: readonly string[];
  /** What a repetition must be the same in; all that is wanted unless said. It is kept as a keyed hash. */
  sameIn?: unknown;
  /** What must hold in the same transaction once it was decided. @returns versions of other streams, for its readers. */
  alongside?(transaction: SealingTransaction<PoolClient>, decided: Decided<State, Event>): Promise<Versions | void>;
  answer?(decided: Decided<State, Event>): Answer;
  /** Where the command was given before. @throws Rejection, Problem */
  onRepeat?(answer: Answer): Promise<void>;
  /** The streams of an answer that an older version of the service kept without naming them. */
  formerStreams?(kept: unknown): Versions;
}

/** The most events that one command leads to. */
const mostEvents = 3;

/** Runs the commands of a service: who may, what is asked, what is decided and stored, and what is answered. */
@Injectable()
export class Commands {
  constructor(
    @Inject(EVENTS) readonly events: SealingEventStore<PoolClient>,
    @Inject(CALLERS) private readonly callers: Callers,
    @Inject(PSEUDONYM_KEY) private readonly pseudonymKey: Buffer,
  ) {}

  /**
   * @param handle what to decide; it is called once it is known that the caller may.
   * @returns what the handling answers, and the versions of the streams it has written to. A repetition gets the first answer.
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
    const { alongside, sameIn = wanted, answer: answerOf, onRepeat, formerStreams, ...decision } = handling;
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
      check: (state) => requireOwner(name, caller, of, state),
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

  /** Who gives the command, and what it wants. @throws Problem */
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
  return { at, actor, ids: Array.from({ length: mostEvents }, () => randomUUIDv7()) };
}

/** @throws Rejection for a command that is for one's own, given for another's. Of what is not there the decider says so. */
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
