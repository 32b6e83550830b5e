import { Inject, Injectable } from '@nestjs/common';
import { randomUUIDv7 } from 'node:crypto';
import { metadataNow } from '#commands/command-request.js';
import { Commands } from '#commands/commands.js';
import { decideIn, type Decision } from '#commands/decide-on.js';
import { PSEUDONYM_KEY } from '#commands/nest/tokens.js';
import type { Decided } from '#commands/stream-of.js';
import type { PersonEvent, PersonFact } from '#contracts/events.js';
import type { Given } from '#decider/given.js';
import { invalid } from '#decider/rejection.js';
import { VersionConflict, type EventMetadata } from '#event-store/event-store.js';
import { POOL } from '#event-store/nest/event-store.module.js';
import { TokenVerifier } from '#identity/tokens.js';
import type { SealingTransaction } from '#keyring/sealing-event-store.js';
import type { Pool, PoolClient } from 'pg';
import { personStream } from '../person/person-stream.js';
import type { PersonNow } from '../person/person.state.js';
import { peekPerson, type PersonBefore } from '../person/read-person.js';
import { usernameHash } from '../person/reservation-hashes.js';
import { AuthoritativePeople } from '../session/authoritative-people.js';
import { linkDecider, type LinkCommand } from '../standing/link.decider.js';
import { countGuests } from './count-guests.js';
import { guestNicks } from './guest-nicks.js';
import { holdNames } from './hold-names.js';
import { lockAccount } from './lock-account.js';
import { storeLink } from './store-link.js';

export interface Link {
  guestId: string;
  accountId: string;
}

type LinkDecision = Decision<PersonNow, LinkCommand, PersonEvent, PersonFact, PersonBefore, PoolClient>;

/** Upper bound of attempts: another writer of the guest's stream may be first. */
const maxAttempts = 10;

/** Links guests to accounts: by a command of its own, or during registration or sign-in. */
@Injectable()
export class GuestLinks {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(POOL) private readonly pool: Pool,
    @Inject(TokenVerifier) private readonly verifier: TokenVerifier,
    @Inject(PSEUDONYM_KEY) private readonly pseudonymKey: Buffer,
  ) {}

  /**
   * The guest of a credential; whether they may be linked is decided later.
   * @param field where the token was sent. @throws Rejection
   */
  async guestOf(token: string, field: string): Promise<string> {
    const refused = () => invalid('GuestTokenInvalid', { [field]: 'is invalid' });
    const holder = await this.verifier.identify(`Token ${token}`).catch(() => Promise.reject(refused()));
    if (holder.kind !== 'guest') throw invalid('GuestTokenInvalid', { [field]: 'is not of a guest' });
    const { over } = await new AuthoritativePeople(this.pool).find(holder);
    if (over === 'revoked' || over === 'erased') throw refused();
    return holder.personId;
  }

  /** The decision that links a guest to an account. */
  decisionOf({ guestId, accountId }: Link, by: Given): LinkDecision {
    return {
      of: personStream(guestId),
      decider: linkDecider,
      command: async ({ client }) => {
        const accountIsThere = await lockAccount(client, accountId);
        const guestsOfAccount = await countGuests(client, accountId);
        const about = { personId: guestId, accountId, accountIsThere, guestsOfAccount };
        return { ...by, type: 'LinkGuest' as const, ...about };
      },
    };
  }

  /** Links in a transaction that holds the guest's key. @returns the version of the guest's stream. @throws Rejection */
  async link(transaction: SealingTransaction<PoolClient>, link: Link, metadata: EventMetadata): Promise<number> {
    const actor = { kind: 'person' as const, id: link.accountId };
    const by = { at: metadata.recordedAt, actor, ids: [randomUUIDv7()] };
    const decided = await decideIn(transaction, this.decisionOf(link, by), metadata);
    await this.note(transaction, link, decided);
    return decided.version;
  }

  /** Like {@link link}, in a transaction of its own. */
  async linkAlone(link: Link): Promise<number> {
    const linking = (transaction: SealingTransaction<PoolClient>) => this.link(transaction, link, metadataNow());
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.commands.events.transact(linking, { sealedFor: [link.guestId] });
      } catch (error) {
        if (!(error instanceof VersionConflict) || attempt === maxAttempts) throw error;
      }
    }
  }

  /** Work alongside a link's events: holds the guest's nicks for the account. */
  async note(
    { client, keys }: SealingTransaction<PoolClient>,
    link: Link,
    { events }: Decided<PersonNow, PersonEvent>,
  ): Promise<void> {
    if (events.length === 0) return;
    const { guestId, accountId } = link;
    const key = keys.get(guestId);
    const names = key ? guestNicks((await peekPerson(client, guestId)).profile, key) : [];
    const hashes = names.map((name) => usernameHash(this.pseudonymKey, name));
    await storeLink(client, { ...link, heldNames: await holdNames(client, accountId, hashes) });
  }
}
