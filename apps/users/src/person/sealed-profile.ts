import type { PersonEvent } from '#contracts/events.js';
import type { Sealed } from '#contracts/sealed.js';

/** A value with the event it was sealed in. */
export interface SealedIn {
  eventId: string;
  value: Sealed;
}

/** What somebody tells of themselves; null what they do not. */
export interface SealedProfile {
  /** The name they came with, or changed it to. */
  name: SealedIn | null;
  email: SealedIn | null;
  website: SealedIn | null;
  bio: SealedIn | null;
  image: SealedIn | null;
  /** The one they comment under in place of their name. */
  nick: SealedIn | null;
  /** The nicks they picked last, the latest first, up to {@link mostNicksHeld}. */
  picked: readonly SealedIn[];
}

/** Of a guest's nicks, the last so many are held for the account they become. */
export const mostNicksHeld = 50;

export const nothingTold: SealedProfile = {
  ...{ name: null, email: null, website: null, bio: null, image: null, nick: null, picked: [] },
};

type Told = Extract<
  PersonEvent,
  { type: 'GuestIntroduced' | 'UserRegistered' | 'ProfileChanged' | 'NickPicked' | 'OriginalNickRestored' }
>;

export function profileAfter(profile: SealedProfile, event: Told): Partial<SealedProfile> {
  const sealed = (value: Sealed | null | undefined): SealedIn | null => (value ? { eventId: event.id, value } : null);
  switch (event.type) {
    case 'GuestIntroduced': {
      const { name, email, website } = event.data;
      return { name: sealed(name), email: sealed(email), website: sealed(website) };
    }
    case 'UserRegistered':
      return { name: sealed(event.data.username), email: sealed(event.data.email) };
    case 'ProfileChanged': {
      const { username, email, website, bio, image } = event.data;
      return {
        ...(username !== undefined && { name: sealed(username) }),
        ...(email !== undefined && { email: sealed(email) }),
        ...(website !== undefined && { website: sealed(website) }),
        ...(bio !== undefined && { bio: sealed(bio) }),
        ...(image !== undefined && { image: sealed(image) }),
      };
    }
    case 'NickPicked': {
      const nick = { eventId: event.id, value: event.data.nick };
      return { nick, picked: [nick, ...profile.picked].slice(0, mostNicksHeld) };
    }
    case 'OriginalNickRestored':
      return { nick: null };
  }
}
