import type { RecordedEvent } from '#contracts/envelope.js';
import type { PersonEvent } from '#contracts/events.js';
import type { PersonalField } from '#contracts/personal-fields.js';
import type { PersonKey } from '#keyring/keyring.js';
import { open } from '#keyring/open.js';

/** What a guest is remembered by. */
export interface GuestDetails {
  name: string;
  email: string | null;
  website: string | null;
}

/** A guest's details as their events left them, with the seals opened; undefined for who is no guest. */
export function guestDetailsOf(events: RecordedEvent[], key: PersonKey): GuestDetails | undefined {
  let details: GuestDetails | undefined;
  for (const event of events as unknown as PersonEvent[]) {
    const opened = (field: PersonalField, sealed: string | null) => sealed && open(key, event.id, field, sealed);
    if (event.type === 'GuestIntroduced') {
      const { name, email = null, website = null } = event.data;
      details = {
        name: open(key, event.id, 'name', name),
        email: opened('email', email),
        website: opened('website', website),
      };
    } else if (event.type === 'ProfileChanged' && details) {
      const { username, email, website } = event.data;
      details = {
        name: username === undefined ? details.name : open(key, event.id, 'name', username),
        email: email === undefined ? details.email : opened('email', email),
        website: website === undefined ? details.website : opened('website', website),
      };
    }
  }
  return details;
}
