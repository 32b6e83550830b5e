import type { AddressRangeFact, FactOf } from '../events.js';
import type { Role } from './role.events.js';
import type { SanctionReason } from './sanction.events.js';

export interface Sanction {
  reason: SanctionReason;
  /** ISO 8601; null: until it is lifted. */
  until: string | null;
}

/** What is in force against a person or a range of addresses; each may be over by now. */
export interface Sanctions {
  suspension?: Sanction;
  ban?: Sanction;
  premoderation?: Sanction;
}

type OfPerson = 'PersonSuspended' | 'PersonBanned' | 'PersonPremoderated' | 'PersonReinstated';
type SanctionFact = Pick<FactOf<OfPerson> | AddressRangeFact, 'type' | 'data'>;

/** The sanctions after an event; those that it does not change as they were. */
export function sanctionsAfter(sanctions: Sanctions, { type, data }: SanctionFact): Sanctions {
  const sanction = () => {
    const { reason, until } = data as Sanction;
    return { reason, until };
  };
  switch (type) {
    case 'PersonSuspended':
    case 'AddressRangeSuspended':
      return { ...sanctions, suspension: sanction() };
    case 'PersonBanned':
    case 'AddressRangeBanned':
      return { ...sanctions, ban: sanction() };
    case 'PersonPremoderated':
    case 'AddressRangePremoderated':
      return { ...sanctions, premoderation: sanction() };
    case 'PersonReinstated':
    case 'AddressRangeReinstated':
      return {};
  }
}

/** @param now ISO 8601. */
const lasts = (sanction: Sanction | undefined, now: string): sanction is Sanction =>
  sanction !== undefined && (sanction.until === null || Date.parse(sanction.until) > Date.parse(now));

/** What forbids somebody to act at a time (ISO 8601): a ban before a suspension; undefined when nothing does. */
export function exclusionAt(
  { ban, suspension }: Sanctions,
  now: string,
): (Sanction & { kind: 'banned' | 'suspended' }) | undefined {
  if (lasts(ban, now)) return { kind: 'banned', ...ban };
  return lasts(suspension, now) ? { kind: 'suspended', ...suspension } : undefined;
}

/** @param who `You are`, or what else the sentence is about. */
export const exclusionSentence = (who: string, { kind, until, reason }: NonNullable<ReturnType<typeof exclusionAt>>) =>
  `${who} ${kind}${until === null ? '' : ` until ${until}`}. Reason: ${reason}.`;

/** Whether what is written at a time (ISO 8601) is to be held. */
export const isPremoderated = ({ premoderation }: Sanctions, now: string): boolean => lasts(premoderation, now);

/** Somebody's roles after one was granted or revoked; those that stay in their order. */
export function rolesAfter<Name extends string>(
  roles: readonly Name[],
  { type, data: { role } }: Pick<FactOf<'RoleGranted' | 'RoleRevoked'>, 'type' | 'data'>,
): (Name | Role)[] {
  return type === 'RoleGranted' ? [...new Set<Name | Role>([...roles, role])] : roles.filter((each) => each !== role);
}
