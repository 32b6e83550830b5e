import { Inject, Injectable } from '@nestjs/common';
import { randomUUIDv7 } from 'node:crypto';
import type { PersonEvent } from '#contracts/events.js';
import { topics } from '#contracts/topics.js';
import { VersionConflict, type EventMetadata } from '#event-store/event-store.js';
import { EVENT_STORE, POOL } from '#event-store/nest/event-store.module.js';
import type { PostgresEventStore } from '#event-store/postgres-event-store.js';
import type { Keyring } from '#keyring/keyring.js';
import { metadataNow } from '#commands/command-request.js';
import { unprocessable } from '#http/problem.js';
import { TokenVerifier } from '#identity/tokens.js';
import type { Pool, PoolClient } from 'pg';
import { spendOn } from '../budget/spend-on.js';
import type { UsersTransaction } from '../person/person-commands.js';
import type { PersonNow } from '../person/person.state.js';
import { personStream, readPerson, savePerson } from '../person/read-person.js';
import { usernameHash } from '../person/reservation-hashes.js';
import { TruePeople } from '../session/true-people.js';
import { linkDecider, type LinkCommand } from '../standing/link.decider.js';
import { KEYRING, PSEUDONYM_KEY } from '../tokens.js';
import { guestNicks } from './guest-nicks.js';
import { holdNames } from './hold-names.js';
import { lockAccount } from './lock-account.js';
import { requireFewGuests } from './require-few-guests.js';
import { storeLink } from './store-link.js';

export interface Link {
  guestId: string;
  accountId: string;
}

/** Another writer of the guest's stream may be first. */
const mostAttempts = 10;

/** Guests who become accounts: by a command of its own, or as somebody registers or signs in. */
@Injectable()
export class GuestLinks {
  constructor(
    @Inject(EVENT_STORE) private readonly store: PostgresEventStore,
    @Inject(POOL) private readonly pool: Pool,
    @Inject(TokenVerifier) private readonly verifier: TokenVerifier,
    @Inject(KEYRING) private readonly keyring: Keyring,
    @Inject(PSEUDONYM_KEY) private readonly pseudonymKey: Buffer,
  ) {}

  /**
   * The guest whose credential somebody shows; whether they may be linked is decided later.
   * @param field where the token stood. @throws Problem 422
   */
  async guestOf(token: string, field: string): Promise<string> {
    const invalid = () => unprocessable({ [field]: ['is invalid'] });
    const holder = await this.verifier.identify(`Token ${token}`).catch(() => Promise.reject(invalid()));
    if (holder.kind !== 'guest') throw unprocessable({ [field]: ['is not of a guest'] });
    const { over } = await new TruePeople(this.pool).find(holder);
    if (over === 'revoked' || over === 'erased') throw invalid();
    return holder.personId;
  }

  /** The command to link, by the account itself. @param at ISO 8601. */
  commandOf({ guestId, accountId }: Link, at: string): Extract<LinkCommand, { type: 'LinkGuest' }> {
    const data = { personId: guestId, accountId, actor: { kind: 'person' as const, id: accountId } };
    return { type: 'LinkGuest', event: { id: randomUUIDv7(), type: 'GuestLinked', occurredAt: at, data } };
  }

  /** Links in a transaction. @returns the version of the guest's stream. @throws Rejection, VersionConflict, Problem */
  async link(transaction: UsersTransaction, link: Link, metadata: EventMetadata): Promise<number> {
    const { guestId } = link;
    const { client, append } = transaction;
    const guest = await readPerson(client, guestId);
    const command = this.commandOf(link, metadata.recordedAt);
    const events = linkDecider.decide(command, guest.state);
    const start = { stream: personStream(guestId), expectedVersion: guest.version };
    await append([{ ...start, topic: topics.users.name, key: guestId, events }], metadata);
    const linked = await savePerson(client, guestId, guest, events);
    await spendOn(client, guestId, events, metadata.recordedAt);
    await this.note(client, link, events, linked.state);
    return linked.version;
  }

  /** As {@link link}, in a transaction of its own. */
  async linkAlone(link: Link): Promise<number> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.store.transact((transaction) => this.link(transaction, link, metadataNow()));
      } catch (error) {
        if (!(error instanceof VersionConflict) || attempt === mostAttempts) throw error;
      }
    }
  }

  /** What must hold beside the events of a link. */
  async note(client: PoolClient, link: Link, events: PersonEvent[], guest: PersonNow): Promise<void> {
    if (events.length === 0) return;
    const { guestId, accountId } = link;
    await lockAccount(client, accountId);
    await requireFewGuests(client, accountId);
    const key = (await this.keyring.keysOf([guestId])).get(guestId);
    const names = key ? guestNicks(guest, key) : [];
    const hashes = names.map((name) => usernameHash(this.pseudonymKey, name));
    await storeLink(client, { ...link, heldNames: await holdNames(client, accountId, hashes) });
  }
}
