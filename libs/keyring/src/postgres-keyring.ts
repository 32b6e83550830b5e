import { randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Pool } from 'pg';
import {
  sqlCreateKeys,
  sqlDestroyed,
  sqlDestroyKeys,
  sqlKeysOf,
  sqlNoteReplayed,
  sqlReplayedTo,
} from './keyring.sql.js';
import type { Keyring, PersonKey } from './keyring.js';
import { sqlCreateMonthKeys, sqlDestroyMonthKeys, sqlMonthKeysOf, sqlMonths } from './month-keys.sql.js';
import { isMonth } from './month-keys.js';
import { unwrapKey, wrapKey, type InstallationKeys } from './wrap-key.js';

interface Row {
  owner: string;
  wrapped: Buffer;
  wrapped_under: string;
}

const maxRemembered = 10_000;
const rememberedMs = 60_000;

/** A keyring in its own database. Keys are cached for a minute; the absence of a key is not cached. */
export class PostgresKeyring implements Keyring {
  private readonly remembered = new LRUCache<string, PersonKey>({
    max: maxRemembered,
    ttl: rememberedMs,
    ttlResolution: 0,
  });

  constructor(
    private readonly pool: Pool,
    private readonly installation: InstallationKeys,
  ) {}

  close(): Promise<void> {
    return this.pool.end();
  }

  async createKeys(owners: string[]): Promise<void> {
    const months = owners.filter(isMonth);
    await this.create(
      sqlCreateKeys,
      owners.filter((owner) => !isMonth(owner)),
    );
    await this.create(sqlCreateMonthKeys, months);
  }

  private async create(sql: string, owners: string[]): Promise<void> {
    if (owners.length === 0) return;
    const wrapped = owners.map((owner) => wrapKey(this.installation, owner, randomBytes(32)));
    await this.pool.query(sql, [owners, wrapped, this.installation.active]);
  }

  async keysOf(personIds: string[]): Promise<Map<string, PersonKey | undefined>> {
    const found = new Map<string, PersonKey | undefined>();
    for (const id of personIds) found.set(id, this.remembered.get(id));
    const unknown = [...found].filter(([, key]) => !key).map(([id]) => id);
    if (unknown.length === 0) return found;
    const people = unknown.filter((owner) => !isMonth(owner));
    const rows = await Promise.all([
      people.length > 0 && this.read('keys-of', sqlKeysOf, people),
      people.length < unknown.length && this.read('month-keys-of', sqlMonthKeysOf, unknown.filter(isMonth)),
    ]);
    for (const { owner, wrapped, wrapped_under } of rows.flatMap((some) => some || [])) {
      const key = unwrapKey(this.installation, wrapped_under, owner, wrapped);
      found.set(owner, key);
      this.remembered.set(owner, key);
    }
    return found;
  }

  private async read(name: string, text: string, owners: string[]): Promise<Row[]> {
    return (await this.pool.query<Row>({ name, text, values: [owners] })).rows;
  }

  /** The months whose keys exist. */
  async months(): Promise<string[]> {
    const { rows } = await this.pool.query<{ month: string }>(sqlMonths);
    return rows.map(({ month }) => month);
  }

  /** Destroys a month's key for ever: what is sealed under it is unreadable, whatever other key it is sealed under too. */
  async destroyMonths(months: string[]): Promise<void> {
    for (const month of months) this.remembered.delete(month);
    if (months.length > 0) await this.pool.query(sqlDestroyMonthKeys, [months]);
  }

  destroyKey(personId: string): Promise<void> {
    return this.destroyKeys([personId]);
  }

  /** Like {@link destroyKey} for several people, also for those who never had a key. */
  async destroyKeys(personIds: string[]): Promise<void> {
    for (const personId of personIds) this.remembered.delete(personId);
    if (personIds.length > 0) await this.pool.query(sqlDestroyKeys, [personIds]);
  }

  /** All people whose key is destroyed. */
  async destroyed(): Promise<string[]> {
    const { rows } = await this.pool.query<{ person_id: string }>(sqlDestroyed);
    return rows.map(({ person_id }) => person_id);
  }

  /** The offset of each partition of the users topic up to which erasures are applied here. */
  async replayedTo(): Promise<Map<number, bigint>> {
    const { rows } = await this.pool.query<{ partition: number; next_offset: string }>(sqlReplayedTo);
    return new Map(rows.map(({ partition, next_offset }) => [partition, BigInt(next_offset)]));
  }

  async noteReplayed(nextOffsets: Map<number, bigint>): Promise<void> {
    await this.pool.query(sqlNoteReplayed, [[...nextOffsets.keys()], [...nextOffsets.values()]]);
  }
}
