import type { BroadsideEvent } from '#contracts/events.js';
import type { Projection } from '#projection/projection.js';
import type { KnownSiteRow } from './known-site.entity.js';
import { loadKnownSite } from './load-known-site.js';
import { saveKnownSite } from './save-known-site.js';

const nothing = { closesAfter: null, quietFrom: null, quietUntil: null, timeZone: null, editMinutes: null };

/** What was said last; undefined: nothing. */
const later = <Value>(said: Value | null | undefined, before: Value | null) => (said === undefined ? before : said);

/** What the site says of when one comments, and for how long one edits, from the articles topic: one row. */
export const knownSite: Projection<KnownSiteRow, unknown, BroadsideEvent> = {
  name: 'known-site',
  rowIds: ({ type, stream }) => (type === 'SiteDescribed' ? [stream] : []),
  load: loadKnownSite,
  evolve: (row, event, id) => {
    if (event.type !== 'SiteDescribed') return undefined;
    const { commentsCloseAfterDays, quietFrom, quietUntil, timeZone, editMinutes } = event.data;
    const before = row ?? { ...nothing, id };
    return {
      id,
      closesAfter: later(commentsCloseAfterDays, before.closesAfter),
      quietFrom: later(quietFrom, before.quietFrom),
      quietUntil: later(quietUntil, before.quietUntil),
      timeZone: timeZone ?? before.timeZone,
      editMinutes: editMinutes ?? before.editMinutes,
    };
  },
  save: saveKnownSite,
};
