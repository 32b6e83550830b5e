import { randomBytes } from 'node:crypto';
import type { Keyring, PersonKey } from './keyring.js';

/** A keyring without a database, for tests. */
export class InMemoryKeyring implements Keyring {
  private readonly keys = new Map<string, PersonKey | undefined>();

  createKeys(personIds: string[]): Promise<void> {
    for (const id of personIds) if (!this.keys.has(id)) this.keys.set(id, randomBytes(32));
    return Promise.resolve();
  }

  keysOf(personIds: string[]): Promise<Map<string, PersonKey | undefined>> {
    return Promise.resolve(new Map(personIds.map((id) => [id, this.keys.get(id)])));
  }

  destroyKey(personId: string): Promise<void> {
    this.keys.set(personId, undefined);
    return Promise.resolve();
  }
}
