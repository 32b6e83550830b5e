import type { RecordedEvent } from '#contracts/envelope.js';
import type { PersonEvent } from '#contracts/events.js';
import type { PersonKey } from '#keyring/keyring.js';
import { open } from '#keyring/open.js';

export interface Names {
  kind: 'guest' | 'account';
  /** The name they came with, or changed it to. */
  original: string;
  /** The one they comment under in its place. */
  nick: string | null;
}

/** A person's names as their events left them, with the seals opened; undefined for nobody. */
export function namesOf(events: RecordedEvent[], key: PersonKey): Names | undefined {
  let names: Names | undefined;
  for (const event of events as unknown as PersonEvent[]) {
    const opened = (sealed: string) => open(key, event.id, 'name', sealed);
    if (event.type === 'GuestIntroduced') names = { kind: 'guest', original: opened(event.data.name), nick: null };
    if (event.type === 'UserRegistered') names = { kind: 'account', original: opened(event.data.username), nick: null };
    if (!names) continue;
    if (event.type === 'NickPicked') names = { ...names, nick: opened(event.data.nick) };
    if (event.type === 'OriginalNickRestored') names = { ...names, nick: null };
    if (event.type === 'ProfileChanged' && event.data.username !== undefined) {
      names = { ...names, original: opened(event.data.username) };
    }
  }
  return names;
}
