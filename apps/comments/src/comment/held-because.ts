import type { HeldBecause } from '#contracts/comments/comment.events.js';
import { isPremoderated, type Sanctions } from '#contracts/people/standing.js';

export interface PosterStanding {
  author: Sanctions;
  /** Of each range of addresses that the comment comes from. */
  addresses: Sanctions[];
}

/** Why a comment is held from its first moment on; undefined where it is shown. @param now ISO 8601. */
export function heldBecause({ author, addresses }: PosterStanding, now: string): HeldBecause | undefined {
  if (isPremoderated(author, now)) return 'author-premoderated';
  return addresses.some((sanctions) => isPremoderated(sanctions, now)) ? 'address-premoderated' : undefined;
}
