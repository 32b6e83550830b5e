import { randomUUID, randomUUIDv7 } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import type { DomainEvent } from '#contracts/envelope.js';
import type { Decider } from '#decider/decider.js';
import { happened, type Given } from '#decider/given.js';
import { InMemoryEventStore } from '#event-store/in-memory-event-store.js';
import type { Caller } from '#identity/caller.js';
import { InMemoryKeyring } from '#keyring/in-memory-keyring.js';
import { SealingEventStore } from '#keyring/sealing-event-store.js';
import type { PoolClient } from 'pg';
import type { Callers } from './callers.js';
import { Commands } from './commands.js';
import type { StreamNow } from './stream-of.js';

const personId = randomUUIDv7();
const caller: Caller = { personId, kind: 'account', roles: ['moderator'], sessionId: randomUUIDv7(), sanctions: {} };
const callers: Callers = { of: async (_request, _name, lookUp) => [caller, await lookUp(caller)] };

const noting: Decider<string[], Given & { word: string }, DomainEvent<string, { word: string }>> = {
  initialState: [],
  evolve: (words, { data }) => [...words, data.word],
  decide: (command, words) =>
    words.includes(command.word) ? [] : [happened(command, 'Noted', { word: command.word })],
};

function service() {
  const kept = new InMemoryEventStore();
  const events = new SealingEventStore(kept, new InMemoryKeyring()) as unknown as SealingEventStore<PoolClient>;
  return { kept, commands: new Commands(events, callers, Buffer.alloc(32, 1)) };
}

const request = (body: unknown, key: string = randomUUID()) => ({
  ...{ url: '/commands/x', headers: { 'idempotency-key': key }, body },
});
const stream = `note-${personId}`;

const note = (
  { commands }: ReturnType<typeof service>,
  { body, key, owner = personId }: { body: unknown; key?: string; owner?: string },
) =>
  commands.run(request(body, key), 'restore-nick', z.object({ word: z.string() }), ({ wanted, by }) => ({
    of: { stream, topic: 'users.events.v1' as const, key: personId, ownerOf: () => owner },
    decider: noting,
    command: { ...by, ...wanted },
    answer: ({ state }: StreamNow<string[]>) => ({ words: state.length }),
  }));

describe('a command', () => {
  test('is answered with its result and the version to wait for; its event names the caller', async () => {
    const ours = service();
    expect(await note(ours, { body: { word: 'one' } })).toEqual({ words: 1, streams: { [stream]: 1 } });
    expect(await note(ours, { body: { word: 'one' } })).toEqual({ words: 1, streams: { [stream]: 1 } });
    const [event, ...more] = await ours.kept.readStream(stream);
    expect(event).toMatchObject({ type: 'Noted', data: { word: 'one', actor: { kind: 'person', id: personId } } });
    expect(more).toEqual([]);
  });

  test('gets the first answer when repeated with its key; another command with that key is refused', async () => {
    const ours = service();
    const [first, key] = [{ word: 'one' }, randomUUID()];
    const answer = await note(ours, { body: first, key });
    await note(ours, { body: { word: 'two' } });
    expect(await note(ours, { body: first, key })).toEqual(answer);
    await expect(note(ours, { body: { word: 'three' }, key })).rejects.toMatchObject({ rule: 'IdempotencyKeyReused' });
  });

  test('for one’s own objects is refused for another’s', async () => {
    const ours = service();
    const others = note(ours, { body: { word: 'one' }, owner: randomUUIDv7() });
    await expect(others).rejects.toMatchObject({ rule: 'NotTheirs', refusal: { kind: 'forbidden' } });
    expect(await ours.kept.readStream(stream)).toEqual([]);
  });

  test('with an invalid body is refused by its field', async () => {
    await expect(note(service(), { body: {} })).rejects.toMatchObject({
      status: 422,
      errors: { word: ["can't be blank"] },
    });
  });
});
