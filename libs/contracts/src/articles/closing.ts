import { z } from 'zod';

/** Ten years. */
export const maxClosingDays = 3_650;

/** Days of 24 hours after publication, or never. */
export const ClosesAfter = z.union([
  z.int('must be a whole number').min(0, 'must be at least 0').max(maxClosingDays, `must be at most ${maxClosingDays}`),
  z.enum(['never']),
]);
export type ClosesAfter = z.infer<typeof ClosesAfter>;

/** As an event tells it, of whatever version. */
export const ToldClosesAfter = z.union([z.int(), z.enum(['never'])]).nullable();

/** What counts where neither the article, nor its section, nor the site says anything. */
export const closesAfterByDefault = 14;

/** What an article says of its own closing. */
export interface OwnClosing {
  /** Null: what its section says. */
  afterDays: ClosesAfter | null;
  /** It came from an archive, and is as it was there until somebody says otherwise. */
  archived: boolean;
}

export interface Closing {
  publishedAt: string | Date | null;
  /** Null, like the time: an older version wrote the row, and age closes nothing. */
  own: OwnClosing | null;
  section: ClosesAfter | null;
  site: ClosesAfter | null;
}

const dayMs = 24 * 60 * 60 * 1_000;

/** When age closes the comments of an article; null: never. Who says more closely wins: the article, its section, the site. */
export function closesAt({ publishedAt, own, section, site }: Closing): Date | null {
  if (own === null || publishedAt === null) return null;
  const after = own.afterDays ?? section ?? site ?? (own.archived ? 'never' : closesAfterByDefault);
  return after === 'never' ? null : new Date(new Date(publishedAt).getTime() + after * dayMs);
}

/** Whether age has closed the comments of an article. @param at ISO 8601 */
export function isOver(closing: Closing, at: string): boolean {
  const end = closesAt(closing);
  return end !== null && Date.parse(at) >= end.getTime();
}

export const asPublished = (isFromArchive: boolean): OwnClosing => ({ afterDays: null, archived: isFromArchive });

/** An article that was reopened stays open until it is closed, or is told when to close. */
export const asReopened = (own: OwnClosing): OwnClosing => ({ ...own, afterDays: 'never' });
