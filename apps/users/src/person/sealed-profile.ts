import type { DomainEvent } from '#contracts/envelope.js';
import type { SealedDataOf } from '#contracts/events.js';
import type { personEvents } from '#contracts/people/person.events.js';
import type { Sealed } from '#contracts/sealed.js';
import type { SealedIn } from '#keyring/sealed-in.js';

/** What a person publishes about themselves; null for a missing value. */
export interface SealedProfile {
  /** The name they came with, or changed it to. */
  name: SealedIn | null;
  email: SealedIn | null;
  website: SealedIn | null;
  bio: SealedIn | null;
  image: SealedIn | null;
  /** The nick that replaces their name. */
  nick: SealedIn | null;
  /** Their last nicks, the latest first, up to {@link maxNicksHeld}. */
  picked: readonly SealedIn[];
}

/** How many of a guest's last nicks are held for the account they are linked to. */
export const maxNicksHeld = 50;

export const nothingTold: SealedProfile = {
  ...{ name: null, email: null, website: null, bio: null, image: null, nick: null, picked: [] },
};

/** An event of a person as it is stored. */
export type StoredEvent = {
  [Type in keyof typeof personEvents]: DomainEvent<Type, SealedDataOf<Type>>;
}[keyof typeof personEvents];

/** The profile after an event, still sealed. */
export function profileAfter(profile: SealedProfile, event: StoredEvent): SealedProfile {
  const sealed = (value: Sealed | null | undefined): SealedIn | null => (value ? { eventId: event.id, value } : null);
  switch (event.type) {
    case 'GuestIntroduced': {
      const { name, email, website } = event.data;
      return { ...profile, name: sealed(name), email: sealed(email), website: sealed(website) };
    }
    case 'UserRegistered':
      return { ...profile, name: sealed(event.data.username), email: sealed(event.data.email) };
    case 'ProfileChanged': {
      const { username, email, website, bio, image } = event.data;
      return {
        ...profile,
        ...(username !== undefined && { name: sealed(username) }),
        ...(email !== undefined && { email: sealed(email) }),
        ...(website !== undefined && { website: sealed(website) }),
        ...(bio !== undefined && { bio: sealed(bio) }),
        ...(image !== undefined && { image: sealed(image) }),
      };
    }
    case 'NickPicked': {
      const nick = { eventId: event.id, value: event.data.nick };
      return { ...profile, nick, picked: [nick, ...profile.picked].slice(0, maxNicksHeld) };
    }
    case 'OriginalNickRestored':
      return { ...profile, nick: null };
    case 'PersonErased':
      return nothingTold;
    // A reason or a note belongs to the moderator, and stays in its event.
    case 'PasswordChanged':
    case 'PasswordResetIssued':
    case 'SecondFactorSetUp':
    case 'SecondFactorRemoved':
    case 'PersonFollowed':
    case 'PersonUnfollowed':
    case 'SessionsEnded':
    case 'GuestLinked':
    case 'GuestUnlinked':
    case 'RoleGranted':
    case 'RoleRevoked':
    case 'PersonWarned':
    case 'PersonSuspended':
    case 'PersonBanned':
    case 'PersonPremoderated':
    case 'PersonReinstated':
    case 'ErasureRequested':
    case 'ErasureCancelled':
      return profile;
  }
}
