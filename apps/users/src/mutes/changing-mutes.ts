import type { PoolClient } from 'pg';
import type { ChangeMutes } from '#contracts/people/mute.commands.js';
import type { Given } from '#decider/given.js';
import type { SealingTransaction } from '#keyring/sealing-event-store.js';
import { mutesDecider, type MuteCommand } from './mutes.decider.js';
import { mutesIn, mutesStream, type MutesBefore } from './mutes-stream.js';

interface Asked {
  wanted: ChangeMutes;
  caller: { personId: string };
  by: Given;
}

/** How muting and unmuting are decided: on what the caller mutes so far, which is opened with their key. */
export const changingMutes = (type: MuteCommand['type'], { wanted: { mute }, caller: { personId }, by }: Asked) => ({
  of: mutesStream(personId),
  decider: mutesDecider,
  sealedFor: [personId],
  command: ({ keys }: SealingTransaction<PoolClient>, before: MutesBefore): MuteCommand => ({
    ...{ ...by, type, personId, mute, mutes: mutesIn(before, keys.get(personId)) },
  }),
});
