import type { DomainEvent } from '#contracts/envelope.js';
import { changedMeanwhile, type Change } from '#decider/rejection.js';
import type { StoreTransaction } from '#event-store/event-store.js';

/** The version of a stream that somebody has read. */
export interface Seen {
  version: number;
  /**
   * Whose own changes do not count: a person could fend off whoever judges them by changing their name. Nor do the system's
   * then, as it ends sessions and changes a password because of what the person did.
   */
  unlessBy?: string;
}

/** Changes that a refusal names. */
export const maxChangesTold = 20;

/** @throws Rejection ChangedMeanwhile that names what others changed since, the latest first. */
export async function requireUnchanged<Client>(
  transaction: Pick<StoreTransaction<Client>, 'readStream'>,
  stream: string,
  now: number,
  { version, unlessBy }: Seen,
): Promise<void> {
  if (now === version) return;
  const since = await transaction.readStream(stream, version);
  const counts = ({ actorId }: Change) => unlessBy === undefined || (actorId !== null && actorId !== unlessBy);
  const changes = since.map(changeOf).filter(counts);
  // A version that the stream has not reached was never read of it.
  if (changes.length > 0 || now < version) throw changedMeanwhile(changes.reverse().slice(0, maxChangesTold));
}

function changeOf({ version, type, occurredAt, data }: DomainEvent & { version: number }): Change {
  const { actor } = data as { actor?: { kind: string; id?: string } };
  return { version, type, at: occurredAt, actorId: (actor?.kind === 'person' && actor.id) || null };
}
