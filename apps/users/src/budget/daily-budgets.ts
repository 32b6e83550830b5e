import type { AddressRangeFact, PersonFact } from '#contracts/events.js';

/**
 * The most of each a day (UTC), of one person or one range of addresses: wide for whoever types, and what keeps a stream
 * from growing without end. What counts is a change: to say again what is so costs nothing.
 */
export const dailyBudgets = {
  'profile changes': 20,
  'nick changes': 20,
  'password changes': 20,
  'credential renewals': 20,
  'sign-ins': 500,
  refreshes: 2_000,
  followings: 500,
  'requests and cancellations of erasure': 10,
  'requests and cancellations of erasure by the staff': 20,
  'linkings of a guest': 20,
  'sanctions of a person': 50,
  'changes of roles': 50,
  'sanctions of a range': 50,
} as const;

export type Budget = keyof typeof dailyBudgets;

type BudgetedEvent = PersonFact | AddressRangeFact;

/** The budget that an event is paid from; null where something else bounds how often it happens. */
export function budgetOf(event: BudgetedEvent): Budget | null {
  switch (event.type) {
    case 'ProfileChanged':
      return 'profile changes';
    case 'NickPicked':
    case 'OriginalNickRestored':
      return 'nick changes';
    case 'PasswordChanged':
      return 'password changes';
    case 'PersonFollowed':
    case 'PersonUnfollowed':
      return 'followings';
    case 'SessionsEnded':
      // Nobody is kept from signing out: a session ends once, and was paid for as it began.
      return event.data.reason === 'credential-rotated' ? 'credential renewals' : null;
    case 'ErasureRequested':
    case 'ErasureCancelled':
      return isTheirOwn(event)
        ? 'requests and cancellations of erasure'
        : 'requests and cancellations of erasure by the staff';
    case 'GuestLinked':
    case 'GuestUnlinked':
      return 'linkings of a guest';
    case 'PersonWarned':
    case 'PersonSuspended':
    case 'PersonBanned':
    case 'PersonPremoderated':
    case 'PersonReinstated':
      return 'sanctions of a person';
    case 'RoleGranted':
    case 'RoleRevoked':
      return 'changes of roles';
    case 'AddressRangeSuspended':
    case 'AddressRangeBanned':
    case 'AddressRangePremoderated':
    case 'AddressRangeReinstated':
      return 'sanctions of a range';
    // Once in a stream.
    case 'GuestIntroduced':
    case 'UserRegistered':
    case 'PersonErased':
      return null;
  }
}

const isTheirOwn = ({ data: { actor, personId } }: { data: Pick<PersonFact['data'], 'actor' | 'personId'> }) =>
  actor.kind === 'person' && actor.id === personId;
