import type { DescribeSite as Wanted } from '#contracts/site/site.commands.js';
import type { SiteEvent, SiteFact } from '#contracts/events.js';
import type { Decider } from '#decider/decider.js';
import { happened, type Given } from '#decider/given.js';
import { tooOftenToday } from '#decider/rejection.js';

export type DescribeSite = Given & { type: 'DescribeSite'; wanted: Wanted };

export interface Site {
  /** What was said last of each; a page that was taken away is null. */
  described: Wanted;
  /** The day (UTC) of the last change, and how many it had; undefined before the first. */
  changed: { day: string; times: number } | undefined;
}

/**
 * How often the site may be described in a day (UTC). Each decision reads the whole stream, pages and all, and this
 * bounds its growth.
 */
export const maxDescriptionsADay = 50;

const dayOf = (at: string) => at.slice(0, 10);

/** The rules of the site's identity. Saying again what is so changes nothing. */
export const siteDecider: Decider<Site, DescribeSite, SiteEvent, SiteFact> = {
  initialState: { described: {}, changed: undefined },
  evolve: ({ described, changed }, { data: { actor: _, provenance: __, ...said }, occurredAt }) => {
    const day = dayOf(occurredAt);
    return {
      described: { ...described, ...said },
      changed: { day, times: day === changed?.day ? changed.times + 1 : 1 },
    };
  },
  decide: (command, { described, changed }) => {
    const changes = changesOf(command.wanted, described);
    if (Object.keys(changes).length === 0) return [];
    if (changed?.day === dayOf(command.at) && changed.times >= maxDescriptionsADay) {
      const sentence = `The site is described ${maxDescriptionsADay} times a day (UTC) at most.`;
      throw tooOftenToday('DescribedTooOften', sentence, command.at);
    }
    return [happened(command, 'SiteDescribed', changes)];
  },
};

function changesOf(wanted: Wanted, described: Wanted): Wanted {
  const isOther = ([field, value]: [string, unknown]) => value !== (described[field as keyof Wanted] ?? null);
  const given = Object.entries(wanted).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given.filter(isOther));
}
