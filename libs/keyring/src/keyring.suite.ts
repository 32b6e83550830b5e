import { randomUUIDv7 } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import type { Keyring } from './keyring.js';

/** What every implementation of the keyring must do. */
export function keyringSuite(name: string, open: () => Keyring): void {
  const keyOf = async (keyring: Keyring, id: string) => (await keyring.keysOf([id])).get(id);

  describe(name, () => {
    test('a person has one key, however often it is created and by whom', async () => {
      const keyring = open();
      const [id, nobody] = [randomUUIDv7(), randomUUIDv7()];
      await Promise.all([keyring.createKeys([id]), keyring.createKeys([id])]);
      const key = await keyOf(keyring, id);
      expect(key).toHaveLength(32);
      await open().createKeys([id]);
      await keyring.createKeys([id]);
      expect(await keyOf(keyring, id)).toEqual(key);
      expect(await keyOf(keyring, nobody)).toBeUndefined();
    });

    test('a destroyed key is gone at once and is never created again', async () => {
      const keyring = open();
      const id = randomUUIDv7();
      await keyring.createKeys([id]);
      expect(await keyOf(keyring, id)).toBeDefined();
      await keyring.destroyKey(id);
      expect(await keyOf(keyring, id)).toBeUndefined();
      await keyring.createKeys([id]);
      expect(await keyOf(keyring, id)).toBeUndefined();
    });

    test('no key is created for a person who was erased before they had one', async () => {
      const keyring = open();
      const id = randomUUIDv7();
      await keyring.destroyKey(id);
      await keyring.createKeys([id]);
      expect(await keyOf(keyring, id)).toBeUndefined();
    });

    test('people and months have keys of their own', async () => {
      const keyring = open();
      const id = randomUUIDv7();
      await keyring.createKeys([id, '2019-02']);
      const keys = await keyring.keysOf([id, '2019-02', '2019-03']);
      expect([keys.get(id)?.length, keys.get('2019-02')?.length, keys.get('2019-03')]).toEqual([32, 32, undefined]);
      expect(keys.get('2019-02')).not.toEqual(keys.get(id));
    });
  });
}
