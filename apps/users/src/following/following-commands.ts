import { Inject, Injectable } from '@nestjs/common';
import { topics } from '#contracts/topics.js';
import { handleCommand } from '#event-store/handle-command.js';
import { EVENT_STORE } from '#event-store/nest/event-store.module.js';
import type { PostgresEventStore } from '#event-store/postgres-event-store.js';
import { answerCommand } from '#commands/answer-command.js';
import { idempotencyOf, metadataNow, type CommandRequest } from '#commands/command-request.js';
import type { Caller } from '#identity/caller.js';
import { spendOn } from '../budget/spend-on.js';
import { nobody, type PersonNow } from '../person/person.state.js';
import { personStream, readPerson } from '../person/read-person.js';
import type { StreamNow } from '../state/kept-fold.js';
import type { UsersTransaction } from '../person/person-commands.js';
import { PSEUDONYM_KEY } from '../tokens.js';
import { followingDecider, type FollowingCommand } from './following.decider.js';
import { followingStream, readFollowing } from './read-following.js';
import { saveFollowing } from './save-following.js';

export interface FollowingHandling {
  request: CommandRequest;
  caller: Caller;
  followedId: string;
  /** The command, but for what who follows is; `at` is the time it happens, ISO 8601. */
  command(
    transaction: UsersTransaction,
    at: string,
  ): Promise<Omit<FollowingCommand, 'follower'>> | Omit<FollowingCommand, 'follower'>;
}

/** Runs commands on the stream of a pair: who follows, and whom. */
@Injectable()
export class FollowingCommands {
  constructor(
    @Inject(EVENT_STORE) private readonly store: PostgresEventStore,
    @Inject(PSEUDONYM_KEY) private readonly pseudonymKey: Buffer,
  ) {}

  /** @returns the version of the pair's stream, or of the follower's where only that speaks of the pair. @throws Problem */
  run({ request, caller, followedId, command }: FollowingHandling) {
    const followerId = caller.personId;
    const pair = { followerId, followedId };
    const metadata = metadataNow();
    const at = metadata.recordedAt;
    let follower: StreamNow<PersonNow> = { state: nobody, version: 0 };
    return answerCommand(() =>
      handleCommand(this.store, {
        ...{
          stream: followingStream(pair),
          topic: topics.users.name,
          key: followerId,
          decider: followingDecider,
          metadata,
        },
        stateOf: async ({ client }) => {
          follower = await readPerson(client, followerId);
          return readFollowing(client, pair);
        },
        command: async (transaction) => {
          const wanted = await command(transaction, at);
          return { ...wanted, follower: follower.state.kind } as FollowingCommand;
        },
        idempotency: idempotencyOf(request, {
          caller: followerId,
          command: { followedId },
          pseudonymKey: this.pseudonymKey,
        }),
        alongside: async ({ client }, events) => {
          await saveFollowing(client, pair, events);
          await spendOn(client, followerId, events, at);
        },
        answer: (version) => ({
          streams:
            version > 0 ? { [followingStream(pair)]: version } : { [personStream(followerId)]: follower.version },
        }),
      }),
    );
  }
}
