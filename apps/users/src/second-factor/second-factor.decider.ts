import type { PersonEvent, PersonFact } from '#contracts/events.js';
import type { Decider } from '#decider/decider.js';
import { happened, type Given } from '#decider/given.js';
import { conflict, invalid, notFound } from '#decider/rejection.js';
import { requirePerson } from '../person/names.rules.js';
import { nobody, personAfter, type PersonNow } from '../person/person.state.js';

interface OfPerson extends Given {
  personId: string;
}

interface ByCode extends OfPerson {
  /** Whether a code was shown that is theirs, and was not used before. */
  codeFits: boolean;
}

export type SecondFactorCommand =
  /** With whether a secret waits for its first code, and the other sessions, which end. */
  | (ByCode & { type: 'ConfirmSecondFactor'; isPending: boolean; endedSessions: string[] })
  | (ByCode & { type: 'RenewRecoveryCodes' | 'RemoveSecondFactor' })
  | (OfPerson & { type: 'RemoveSecondFactorOf'; reason: string });

/** The rules of second factors. */
export const secondFactorDecider: Decider<PersonNow, SecondFactorCommand, PersonEvent, PersonFact> = {
  initialState: nobody,
  evolve: personAfter,
  decide: (command, person) => {
    const { personId } = command;
    const { hasSecondFactor } = person;
    if (command.type === 'ConfirmSecondFactor') {
      if (hasSecondFactor) throw alreadyOn();
      if (!command.isPending) throw unknown();
      requireCode(command);
      return setUp(command);
    }
    if (command.type === 'RemoveSecondFactorOf') return removedByStaff(command, person);
    if (!hasSecondFactor) throw unknown();
    requireCode(command);
    return command.type === 'RemoveSecondFactor' ? [happened(command, 'SecondFactorRemoved', { personId })] : [];
  },
};

const unknown = () => notFound('SecondFactorUnknown', 'second factor');

export const alreadyOn = () => conflict('SecondFactorIsOn', 'This account has a second factor. Remove it first.');

function requireCode({ codeFits }: ByCode): void {
  if (!codeFits) throw invalid('CodeInvalid', { code: 'invalid' });
}

/** The sessions end as if signed out of: versions of before would not take an event with a reason that they do not know. */
function setUp(command: Extract<SecondFactorCommand, { type: 'ConfirmSecondFactor' }>): PersonEvent[] {
  const { personId, endedSessions: sessionIds } = command;
  const ended = { personId, sessionIds, reason: 'signed-out' as const };
  return [
    happened(command, 'SecondFactorSetUp', { personId }, 0),
    ...(sessionIds.length > 0 ? [happened(command, 'SessionsEnded', ended, 1)] : []),
  ];
}

type ByStaff = Extract<SecondFactorCommand, { type: 'RemoveSecondFactorOf' }>;

function removedByStaff(command: ByStaff, person: PersonNow): PersonEvent[] {
  const { actor, personId, reason } = command;
  requirePerson(person);
  if (actor.kind === 'person' && actor.id === personId) {
    throw invalid('RemovesOwnWithoutCode', { person: "can't be yourself" });
  }
  if (!person.hasSecondFactor) throw unknown();
  return [happened(command, 'SecondFactorRemoved', { personId, reason })];
}
