import { topics } from '#contracts/topics.js';
import { readTopicToEnd } from '#kafka/read-topic-to-end.js';
import type { PostgresKeyring } from './postgres-keyring.js';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Destroys the key of everyone whom the users topic reports as erased, from the offsets that this keyring has stored. After
 * a restore these are the offsets of its backup, so every erasure since then is repeated. Resolves when all erasures up to
 * now are applied.
 */
export async function replayErasures(keyring: PostgresKeyring, brokers: string[]): Promise<void> {
  const { name: topic } = topics.users;
  const from = await keyring.replayedTo();
  const erased = new Set<string>();
  const nextOffsets = new Map<number, bigint>();
  await readTopicToEnd({ brokers, topic, from }, ({ partition, offset, key, headers }) => {
    nextOffsets.set(partition, BigInt(offset) + 1n);
    const personId = key?.toString() ?? '';
    if (String(headers['ce_type']) === 'PersonErased' && uuid.test(personId)) erased.add(personId);
    return true;
  });
  await keyring.destroyKeys([...erased]);
  await keyring.noteReplayed(nextOffsets);
}
