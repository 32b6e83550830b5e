import type { DecidedOn } from '#contracts/comments/comment.events.js';
import type { Sanctions } from '#contracts/people/standing.js';

/** A sanctioned range of addresses, and the version of its stream that is known. */
export interface KnownRange {
  rangeId: string;
  version: number;
  sanctions: Sanctions;
}

/** What a text was decided on, as its event says it. @param person version of the author's stream, if it is known */
export const decidedOn = (person: number | undefined, ranges: readonly KnownRange[]): DecidedOn => ({
  ...(person !== undefined && { person }),
  ...(ranges.length > 0 && {
    addressRanges: Object.fromEntries(ranges.map(({ rangeId, version }) => [rangeId, version])),
  }),
});
