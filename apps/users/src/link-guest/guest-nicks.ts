import type { RecordedEvent } from '#contracts/envelope.js';
import type { PersonEvent } from '#contracts/events.js';
import type { PersonKey } from '#keyring/keyring.js';
import { open } from '#keyring/open.js';

/** The nicks a guest has picked. Not the plain name they came with: two may share that, and nobody holds it. */
export function guestNicks(events: RecordedEvent[], key: PersonKey): string[] {
  const nicks = (events as unknown as PersonEvent[]).flatMap((event) =>
    event.type === 'NickPicked' ? [open(key, event.id, 'name', event.data.nick)] : [],
  );
  return [...new Set(nicks)];
}
