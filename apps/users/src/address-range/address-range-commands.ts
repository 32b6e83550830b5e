import { Inject, Injectable } from '@nestjs/common';
import type { AddressRangeEvent } from '#contracts/events.js';
import { topics } from '#contracts/topics.js';
import { Rejection } from '#decider/decider.js';
import { handleCommand } from '#event-store/handle-command.js';
import { EVENT_STORE } from '#event-store/nest/event-store.module.js';
import type { PostgresEventStore } from '#event-store/postgres-event-store.js';
import type { Keyring, PersonKey } from '#keyring/keyring.js';
import { answerCommand } from '#commands/answer-command.js';
import { idempotencyOf, metadataNow, type CommandRequest } from '#commands/command-request.js';
import type { Caller } from '#identity/caller.js';
import type { UsersTransaction } from '../person/person-commands.js';
import { KEYRING, PSEUDONYM_KEY } from '../tokens.js';
import { spendOn } from '../budget/spend-on.js';
import type { StreamNow } from '../state/kept-fold.js';
import { addressRangeDecider, type AddressRange, type AddressRangeCommand } from './address-range.decider.js';
import { readAddressRange, saveAddressRange } from './read-address-range.js';

export interface AddressRangeHandling {
  request: CommandRequest;
  caller: Caller;
  rangeId: string;
  /** Nothing was ever said of it. */
  isNew?: boolean;
  wanted: unknown;
  /** The command, sealed under the range's own key; `at` is the time it happens, ISO 8601. */
  command(key: PersonKey, at: string): AddressRangeCommand;
  alongside?(transaction: UsersTransaction, events: AddressRangeEvent[]): Promise<void>;
}

/** Runs commands on the stream of a range of addresses. */
@Injectable()
export class AddressRangeCommands {
  constructor(
    @Inject(EVENT_STORE) private readonly store: PostgresEventStore,
    @Inject(KEYRING) private readonly keyring: Keyring,
    @Inject(PSEUDONYM_KEY) private readonly pseudonymKey: Buffer,
  ) {}

  /** @returns the range and the version of its stream. @throws Problem */
  run({ request, caller, rangeId, isNew = false, wanted, command, alongside }: AddressRangeHandling) {
    const metadata = metadataNow();
    const at = metadata.recordedAt;
    const stream = `address-range-${rangeId}`;
    let before: StreamNow<AddressRange> = { state: undefined, version: 0 };
    return answerCommand(() =>
      handleCommand(this.store, {
        stream,
        topic: topics.users.name,
        key: rangeId,
        decider: addressRangeDecider,
        stateOf: async ({ client }) => (before = await readAddressRange(client, stream)),
        command: async () => {
          const isKnown = isNew || before.version > 0;
          if (!isKnown) throw new Rejection('AddressRangeUnknown', 'there is no such range of addresses');
          return command(await this.keyOf(rangeId), at);
        },
        idempotency: idempotencyOf(request, {
          caller: caller.personId,
          command: wanted,
          pseudonymKey: this.pseudonymKey,
        }),
        metadata,
        alongside: async (transaction, events) => {
          await saveAddressRange(transaction.client, stream, before, events);
          await spendOn(transaction.client, rangeId, events, at);
          await alongside?.(transaction, events);
        },
        answer: (version) => ({ rangeId, streams: { [stream]: version } }),
      }),
    );
  }

  /** Made anew where a restored keyring is older than the range, so that it can still be lifted. */
  private async keyOf(rangeId: string): Promise<PersonKey> {
    await this.keyring.createKeys([rangeId]);
    const key = (await this.keyring.keysOf([rangeId])).get(rangeId);
    if (!key) throw new Error('the key of this range of addresses is destroyed');
    return key;
  }
}
