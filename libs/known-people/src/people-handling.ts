import type { AddressRangeEvent, PersonEvent } from '#contracts/events.js';
import type { Handling } from '#projection/projection.js';

/** How a service's projection set of people handles each type of the users topic. */
export const peopleHandling = {
  GuestIntroduced: 'fold',
  UserRegistered: 'fold',
  ProfileChanged: 'fold',
  PasswordChanged: 'ignore',
  PasswordResetIssued: 'ignore',
  SecondFactorSetUp: 'fold',
  SecondFactorRemoved: 'fold',
  NickPicked: 'fold',
  OriginalNickRestored: 'fold',
  PersonFollowed: 'ignore',
  PersonUnfollowed: 'ignore',
  SessionsEnded: 'fold',
  GuestLinked: 'fold',
  GuestUnlinked: 'fold',
  RoleGranted: 'fold',
  RoleRevoked: 'fold',
  PersonWarned: 'ignore',
  PersonSuspended: 'fold',
  PersonBanned: 'fold',
  PersonPremoderated: 'fold',
  PersonReinstated: 'fold',
  ErasureRequested: 'ignore',
  ErasureCancelled: 'ignore',
  PersonErased: 'fold',
  AddressRangeSuspended: 'fold',
  AddressRangeBanned: 'fold',
  AddressRangePremoderated: 'fold',
  AddressRangeReinstated: 'fold',
} as const satisfies Record<PersonEvent['type'] | AddressRangeEvent['type'], Handling>;
