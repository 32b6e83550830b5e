import type { RecordedEvent } from '#contracts/envelope.js';
import type { PersonEvent } from '#contracts/events.js';
import type { Sealed } from '#contracts/sealed.js';
import type { PersonKey } from '#keyring/keyring.js';
import { open } from '#keyring/open.js';

/** What a guest is called now: the name they gave, and the nick where they have one. */
export function guestNames(events: RecordedEvent[], key: PersonKey): string[] {
  let original: string | undefined;
  let nick: string | undefined;
  for (const event of events as unknown as PersonEvent[]) {
    const opened = (sealed: Sealed) => open(key, event.id, 'name', sealed);
    if (event.type === 'GuestIntroduced') original = opened(event.data.name);
    else if (event.type === 'ProfileChanged' && event.data.username !== undefined)
      original = opened(event.data.username);
    else if (event.type === 'NickPicked') nick = opened(event.data.nick);
    else if (event.type === 'OriginalNickRestored') nick = undefined;
  }
  return [original, nick].filter((name) => name !== undefined);
}
