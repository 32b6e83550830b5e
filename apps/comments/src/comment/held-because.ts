import type { HeldBecause } from '#contracts/comments/comment.events.js';
import { isPremoderated, type Sanctions } from '#contracts/people/standing.js';

export interface PosterStanding {
  author: Sanctions;
  /** The sanctions of each range that contains the comment's address. */
  addresses: Sanctions[];
}

/** Why a comment is held when it is posted; undefined if it is shown. @param now ISO 8601. */
export function heldBecause({ author, addresses }: PosterStanding, now: string): HeldBecause | undefined {
  if (isPremoderated(author, now)) return 'author-premoderated';
  return addresses.some((sanctions) => isPremoderated(sanctions, now)) ? 'address-premoderated' : undefined;
}
