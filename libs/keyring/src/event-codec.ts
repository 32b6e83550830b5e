import type { DomainEvent } from '#contracts/envelope.js';
import { erased, type Personal } from '#contracts/personal.js';
import { personalPartsOf, valueAt, withValueAt, type PersonalPart } from '#contracts/personal-parts.js';
import type { Sealed } from '#contracts/sealed.js';
import { Rejection } from '#decider/rejection.js';
import type { PersonKey } from './keyring.js';
import { open } from './open.js';
import { seal } from './seal.js';

/** Keys by owner: the id of a person, of a range of addresses, or a month. Undefined for a destroyed key. */
export type Keys = ReadonlyMap<string, PersonKey | undefined>;

type Typed = Pick<DomainEvent, 'type' | 'data'>;

/** A key that an event must be sealed under does not exist, or was destroyed. */
export class KeyMissing extends Rejection {
  constructor(readonly owner: string) {
    super('KeyMissing', { kind: 'not found', what: 'person' }, `the key of ${owner} is not there`);
  }
}

const isThere = ({ data }: Typed, { path }: PersonalPart) => {
  const value = valueAt(data, path);
  return value !== undefined && value !== null;
};
const ownersIn = ({ data }: Typed, { owners }: PersonalPart) => owners.map((path) => String(valueAt(data, path)));

/** The owners whose keys are needed to seal or open these events; each once. */
export function ownersOf(events: readonly Typed[]): string[] {
  const owners = new Set<string>();
  for (const event of events) {
    for (const part of personalPartsOf(event.type)) {
      if (isThere(event, part)) for (const owner of ownersIn(event, part)) owners.add(owner);
    }
  }
  return [...owners];
}

/** The event as it is stored: each personal field is sealed under the keys of all its owners. @throws KeyMissing */
export function sealEvent<Event extends DomainEvent>(event: Event, keys: Keys): DomainEvent<Event['type']> {
  let data: unknown = event.data;
  for (const part of personalPartsOf(event.type)) {
    if (!isThere(event, part)) continue;
    let text = valueAt(data, part.path) as Personal;
    if (text === erased) throw new Error(`${event.type} cannot be stored with an erased ${part.path.join('.')}`);
    for (const owner of ownersIn(event, part).reverse()) {
      const key = keys.get(owner);
      if (!key) throw new KeyMissing(owner);
      text = seal(key, event.id, part.field, text);
    }
    data = withValueAt(data, part.path, text);
  }
  return { ...event, data };
}

/**
 * The event in clear. A field is erased if the key of one of its owners is destroyed.
 * @throws Error if a sealed value was changed, or belongs to another key, event or field.
 */
export function openEvent<Opened extends DomainEvent>(
  event: Pick<Opened, 'id' | 'type'> & { data: unknown },
  keys: Keys,
): Opened {
  let { data } = event;
  for (const part of personalPartsOf(event.type)) {
    if (isThere(event, part)) data = withValueAt(data, part.path, openPart(event, part, keys));
  }
  return { ...event, data } as Opened;
}

function openPart(event: Typed & { id: string }, part: PersonalPart, keys: Keys): Personal {
  const needed = ownersIn(event, part).map((owner) => keys.get(owner));
  let text = valueAt(event.data, part.path) as Sealed;
  if (!needed.every((key) => key !== undefined)) return erased;
  for (const key of needed) text = open(key, event.id, part.field, text) as Sealed;
  return text;
}
