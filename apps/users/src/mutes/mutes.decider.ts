import type { Mute } from '#contracts/people/mute.commands.js';
import { maxBytesOfMutes, maxMutes } from '#contracts/people/mute.commands.js';
import type { MuteEvent, MuteFact } from '#contracts/events.js';
import type { Decider } from '#decider/decider.js';
import { happened, type Given } from '#decider/given.js';
import { conflict, invalid, personErased } from '#decider/rejection.js';

export interface MuteCommand extends Given {
  type: 'Mute' | 'Unmute';
  personId: string;
  mute: Mute;
  /** What they mute so far; undefined if that is unreadable, because they are erased. */
  mutes: readonly Mute[] | undefined;
}

const isSame = (one: Mute) => (other: Mute) => one.kind === other.kind && one.key === other.key;

/** The rules of muting. Repeating it changes nothing. What is muted is sealed, and comes with the command. */
export const mutesDecider: Decider<null, MuteCommand, MuteEvent, MuteFact> = {
  initialState: null,
  evolve: () => null,
  decide: (command) => {
    const { type, personId, mute, mutes } = command;
    if (mutes === undefined) throw personErased();
    const isMuted = mutes.some(isSame(mute));
    if (isMuted === (type === 'Mute')) return [];
    if (mute.kind === 'person' && mute.key === personId) throw invalid('MutesOneself', { key: "can't be yourself" });
    if (!isMuted && mutes.length >= maxMutes) {
      throw conflict('MutesTooMany', `You mute ${maxMutes} already, the most one can. Unmute something.`);
    }
    const left = isMuted ? mutes.filter((other) => !isSame(mute)(other)) : [...mutes, mute];
    const said = JSON.stringify(left);
    if (!isMuted && Buffer.byteLength(said) > maxBytesOfMutes) {
      throw conflict('MutesTooMany', 'What you mute is too long in all. Unmute something.');
    }
    return [happened(command, 'MutesChanged', { personId, mutes: said })];
  },
};
