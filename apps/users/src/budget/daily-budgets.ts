import type { AddressRangeFact, MuteFact, PersonFact } from '#contracts/events.js';

/**
 * Upper bounds of changes a day (UTC), of one person or one range of addresses: generous for people, yet they keep a stream
 * from growing without end. Only changes count: repeating the present state costs nothing.
 */
export const dailyBudgets = {
  'profile changes': 20,
  'nick changes': 20,
  'password changes': 20,
  'reset links from the staff': 20,
  'set-ups of a second factor': 20,
  'wrong codes of a second factor': 30,
  'wrong passwords of who is signed in': 30,
  'credential renewals': 20,
  'sign-ins': 500,
  refreshes: 2_000,
  followings: 500,
  'changes of what is muted': 100,
  'requests and cancellations of erasure': 10,
  'requests and cancellations of erasure by the staff': 20,
  'linkings of a guest': 20,
  'sanctions of a person': 50,
  'changes of roles': 50,
  'sanctions of a range': 50,
} as const;

export type Budget = keyof typeof dailyBudgets;

type BudgetedEvent = PersonFact | MuteFact | AddressRangeFact;

/** The budget that an event is charged to; null if its number is bounded otherwise. */
export function budgetOf(event: BudgetedEvent): Budget | null {
  switch (event.type) {
    case 'ProfileChanged':
      return 'profile changes';
    case 'NickPicked':
    case 'OriginalNickRestored':
      return 'nick changes';
    case 'PasswordChanged':
      return 'password changes';
    case 'PasswordResetIssued':
      return 'reset links from the staff';
    case 'SecondFactorSetUp':
      return 'set-ups of a second factor';
    case 'PersonFollowed':
    case 'PersonUnfollowed':
      return 'followings';
    case 'MutesChanged':
      return 'changes of what is muted';
    case 'SessionsEnded':
      // Signing out is never refused: a session ends once, and its start was charged.
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
    // As often as it was set up.
    case 'SecondFactorRemoved':
    // Once in a stream.
    case 'GuestIntroduced':
    case 'UserRegistered':
    case 'PersonErased':
      return null;
  }
}

const isTheirOwn = ({ data: { actor, personId } }: { data: Pick<PersonFact['data'], 'actor' | 'personId'> }) =>
  actor.kind === 'person' && actor.id === personId;
