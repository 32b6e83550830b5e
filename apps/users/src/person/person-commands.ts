import { Inject, Injectable } from '@nestjs/common';
import type { PersonEvent } from '#contracts/events.js';
import { topics } from '#contracts/topics.js';
import type { Decider } from '#decider/decider.js';
import type { StoreTransaction } from '#event-store/event-store.js';
import { handleCommand } from '#event-store/handle-command.js';
import { EVENT_STORE } from '#event-store/nest/event-store.module.js';
import type { PostgresEventStore } from '#event-store/postgres-event-store.js';
import { requireMayCommand } from '#policy/require-may.js';
import { answerCommand } from '#commands/answer-command.js';
import { idempotencyOf, metadataNow, type CommandRequest } from '#commands/command-request.js';
import type { Caller } from '#identity/caller.js';
import { TokenVerifier } from '#identity/tokens.js';
import type { PoolClient } from 'pg';
import { spendOn } from '../budget/spend-on.js';
import type { StreamNow } from '../state/kept-fold.js';
import { PSEUDONYM_KEY } from '../tokens.js';
import { nobody, type PersonNow } from './person.state.js';
import { personStream, readPerson, savePerson } from './read-person.js';

export type UsersTransaction = StoreTransaction<PoolClient>;

export interface PersonCommandHandling<Command> {
  request: CommandRequest;
  caller: Caller;
  /** Whose stream; the caller's own unless said. */
  personId?: string;
  /** What was asked, of which the idempotency record keeps a keyed hash. */
  wanted: unknown;
  decider: Decider<PersonNow, Command, PersonEvent>;
  /** The command, made in its transaction; `at` is the time it happens, ISO 8601, `person` whose stream it is about. */
  command(transaction: UsersTransaction, at: string, person: PersonNow): Promise<Command> | Command;
  /** What must hold in the same transaction, once it was decided; `person` as they are by then. */
  alongside?(transaction: UsersTransaction, events: PersonEvent[], person: PersonNow): Promise<void>;
}

/** Runs commands on the stream of a person, for callers who may give them. */
@Injectable()
export class PersonCommands {
  constructor(
    @Inject(EVENT_STORE) private readonly store: PostgresEventStore,
    @Inject(TokenVerifier) private readonly verifier: TokenVerifier,
    @Inject(PSEUDONYM_KEY) private readonly pseudonymKey: Buffer,
  ) {}

  /** Who gives a command. @throws Problem 401; 403 where the policy does not let them. */
  async callerOf(request: CommandRequest, command: string): Promise<Caller> {
    const caller = await this.verifier.verify(request.headers['authorization'] as string | undefined);
    requireMayCommand(command, caller);
    return caller;
  }

  /** @returns the version of the stream, for its reader to wait for. @throws Problem */
  async run<Command>(handling: PersonCommandHandling<Command>) {
    return this.answer(handling, (version) => ({ streams: streamsOf(handling, version) }));
  }

  /** As {@link run}, with an answer of its own. */
  async answer<Command, Answer>(
    handling: PersonCommandHandling<Command>,
    answer: (version: number) => Answer,
  ): Promise<Answer> {
    const { request, caller, wanted, decider, command, alongside } = handling;
    const personId = handling.personId ?? caller.personId;
    const metadata = metadataNow();
    const at = metadata.recordedAt;
    let before: StreamNow<PersonNow> = { state: nobody, version: 0 };
    return answerCommand(() =>
      handleCommand(this.store, {
        stream: personStream(personId),
        stateOf: async ({ client }) => (before = await readPerson(client, personId)),
        topic: topics.users.name,
        key: personId,
        decider,
        command: async (transaction) => command(transaction, at, before.state),
        idempotency: idempotencyOf(request, {
          caller: caller.personId,
          command: wanted,
          pseudonymKey: this.pseudonymKey,
        }),
        metadata,
        alongside: async (transaction, events: PersonEvent[]) => {
          const { state } = await savePerson(transaction.client, personId, before, events);
          await spendOn(transaction.client, personId, events, at);
          await alongside?.(transaction, events, state);
        },
        answer,
      }),
    );
  }
}

const streamsOf = ({ personId, caller }: { personId?: string; caller: Caller }, version: number) => ({
  [personStream(personId ?? caller.personId)]: version,
});

export const actorOf = ({ personId }: Caller) => ({ kind: 'person' as const, id: personId });
