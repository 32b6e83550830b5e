import { defaultEditMinutes } from '#contracts/site/site.events.js';
import type { SiteIdentity } from '#read-models/site-identity/read-site-identity.js';
import type { SiteAnswer } from './site.answers.js';

/** What is shown where nobody has said otherwise. */
const defaults = {
  name: 'Broadside',
  motto: 'News with an argument underneath',
  language: 'en',
  timeZone: 'UTC',
  publishing: 'editors' as const,
};

/** What the site says of itself, as the API gives it. @param said undefined if nobody has said anything */
export const presentSite = (said: SiteIdentity | undefined): SiteAnswer => ({
  site: {
    name: said?.name ?? defaults.name,
    motto: said?.motto ?? defaults.motto,
    language: said?.language ?? defaults.language,
    timeZone: said?.timeZone ?? defaults.timeZone,
    publishing: said?.publishing ?? defaults.publishing,
    editMinutes: said?.editMinutes ?? defaultEditMinutes,
    commentsCloseAfterDays: said?.closesAfter ?? null,
    quietFrom: said?.quietFrom ?? null,
    quietUntil: said?.quietUntil ?? null,
    pages: { rules: said?.rules ?? false, imprint: said?.imprint ?? false, privacy: said?.privacy ?? false },
    updatedAt: said?.updatedAt.toISOString() ?? null,
    version: said?.version ?? 0,
  },
});
