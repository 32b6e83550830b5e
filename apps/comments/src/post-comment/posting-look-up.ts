import { Inject, Injectable } from '@nestjs/common';
import type { LookUp } from '#commands/commands.js';
import type { PostComment as Wanted } from '#contracts/comments/comment.commands.js';
import { isStaff } from '#contracts/people/staff-roles.js';
import { erased } from '#contracts/personal.js';
import { LOOK_UPS, POOL } from '#event-store/nest/event-store.module.js';
import type { Caller } from '#identity/caller.js';
import type { Keys } from '#keyring/event-codec.js';
import type { Keyring } from '#keyring/keyring.js';
import { monthOf, withMonthKey } from '#keyring/month-keys.js';
import { KEYRING } from '#keyring/nest/keyring.provider.js';
import { openSealed } from '#keyring/sealed-in.js';
import { shownName } from '#known-people/known-person.js';
import type { SharedConnection } from '#postgres/shared-connection.js';
import type { Pool } from 'pg';
import type { PostComment } from '../comment/comment.decider.js';
import { findParent } from './find-parent.js';
import { lookUpCircumstances, type Circumstances } from './look-up-circumstances.js';

interface Found extends Circumstances {
  parent: PostComment['parent'];
  /** The author's key, and the month's. */
  keys: Keys;
  month: string;
}

/** Reads what the decision on a comment needs, while the caller is checked. */
@Injectable()
export class PostingLookUp {
  constructor(
    @Inject(LOOK_UPS) private readonly lookUps: SharedConnection,
    @Inject(POOL) private readonly pool: Pool,
    @Inject(KEYRING) private readonly keyring: Keyring,
  ) {}

  /** @param address of the command's client */
  from(address: string | undefined): LookUp<'post-comment', Wanted, Found> {
    return { judgesAddress: true, read: (wanted, personId) => this.read(wanted, personId, address) };
  }

  /** The owners whose keys seal the event. */
  ownersOf(personId: string, { from, keys, month }: Found): string[] {
    return from !== undefined && keys.get(month) ? [personId, month] : [personId];
  }

  /** The facts of the command, with the author’s name and website in clear. */
  factsOf({ personId, kind, roles }: Caller, { commentId, article, quiet, parent, person, ...found }: Found) {
    const { addressRanges, from, keys, month, personVersion } = found;
    const facts = { commentId, article, quiet, isStaff: isStaff(roles), parent, addressRanges };
    const key = keys.get(personId);
    const placed = from !== undefined && keys.get(month) ? { from: { address: from, month } } : {};
    if (person?.kind === 'erased') return { ...facts, author: 'erased' as const };
    if (!person || !key) return { ...facts, author: undefined };
    const name = openSealed(key, 'name', shownName(person));
    const website = person.website && openSealed(key, 'website', person.website);
    if (name === erased || website === erased) return { ...facts, author: 'erased' as const };
    const { sanctions } = person;
    const version = personVersion === undefined ? {} : { version: personVersion };
    const author = { personId, kind, name, ...(website !== null && { website }), sanctions, ...version };
    return { ...facts, ...placed, author };
  }

  private async read({ articleId, parentId }: Wanted, personId: string, address: string | undefined): Promise<Found> {
    const month = monthOf(new Date());
    const [circumstances, parent, keys] = await Promise.all([
      lookUpCircumstances(this.lookUps, { articleId, personId, from: address }),
      parentId === null ? undefined : findParent(this.pool, parentId),
      withMonthKey(this.keyring, [personId], month),
    ]);
    return { ...circumstances, parent, keys, month };
  }
}
