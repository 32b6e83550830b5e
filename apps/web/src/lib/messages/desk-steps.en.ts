import { many } from './many.en.js';

/** What the desk says in English of the steps of a person's record. */
export const stepsEn = {
  step: {
    warn: { title: 'Warn', button: (name: string) => `Warn ${name}` },
    suspend: { title: 'Suspend', button: (name: string) => `Suspend ${name}` },
    premoderate: { title: 'Pre-moderate', button: (name: string) => `Pre-moderate ${name}` },
    ban: { title: 'Ban', button: (name: string) => `Ban ${name}` },
    reinstate: { title: 'Lift what is in force', button: (name: string) => `Lift it from ${name}` },
    unlink: { title: 'Unlink', button: (name: string) => `Unlink ${name}` },
    grant: { title: 'Give a role', button: (name: string) => `Give it to ${name}` },
    revoke: { title: 'Take a role', button: (name: string) => `Take it from ${name}` },
    erase: { title: 'Erase', button: (name: string) => `Erase ${name}` },
    keep: { title: 'Do not erase', button: (name: string) => `Keep ${name}` },
    reset: { title: 'Reset the password', button: (name: string) => `Make a link for ${name}` },
    unfactor: { title: 'Remove the second factor', button: (name: string) => `Remove it from ${name}` },
  },
  effects: {
    warn: () => 'They are told. Nothing is forbidden to them.',
    suspend: (count: number) =>
      `Until then they can read, and nothing else. ${count === 0 ? 'They have written nothing.' : `Their ${many(count, 'comment')} stay.`}`,
    premoderate: (held: number) =>
      `What they write from now on is held until one of you has approved it.${held === 0 ? '' : ` ${many(held, 'comment')} of theirs ${held === 1 ? 'is' : 'are'} held already.`}`,
    ban: (count: number) =>
      `They can read, take their data and be erased, and nothing else. ${count === 0 ? 'They have written nothing.' : `Their ${many(count, 'comment')} stay.`}`,
    reinstate: (held: number) =>
      `Suspension, ban and pre-moderation end at once. ${held === 0 ? 'Nothing of theirs is held.' : `Their ${many(held, 'held comment')} stay held until they are approved.`}`,
    unlink: () => 'What this guest wrote is theirs alone again, and their credential is good again.',
    grant: () => 'It is in force from their next click on.',
    revoke: (role: string) => `They can do nothing more as ${role}, from their next click on.`,
    erase: (count: number, guests: number) =>
      `Their name, address and the words of their ${many(count, 'comment')} are destroyed${guests === 0 ? '' : `, with those of ${many(guests, 'linked guest')}`}, after a time in which you or they can still stop it. After that nobody can bring them back.`,
    keep: () => 'The erasure is called off.',
    reset: () =>
      'You get a link that works once, for 30 minutes. Whoever has it can set a new password; all sessions end then. Give it to nobody else. It is logged that you made it.',
    unfactor: () =>
      'They sign in with their password alone until they set up a new one. It is logged that you did this.',
  },
  resetLink: 'The link. It is shown here once.',
  resetUntil: (when: string) => `Good until ${when}.`,
  isYou: 'This is you: nobody judges themselves.',
  isErased: 'This person is erased. Nothing is left that a step could be taken on.',
};
