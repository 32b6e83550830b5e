import { hourMs } from './content/moments.js';
import type { Remark } from './read-remarks.js';

const minuteMs = 60_000;

/** Minutes to the remark with this number from the one it replies to: 4 to 59, uneven, and the same every time. */
const pauseOf = (number: number) => 4 + ((number * 37) % 56);

/**
 * When each remark was made, in milliseconds since 1970. Conversations begin over the given hours after the article, more of
 * them in the beginning; a reply follows within the hour.
 */
export function timesOfRemarks(remarks: Remark[], publishedAt: number, hours: number): number[] {
  const beginnings = remarks.filter(({ to }) => to === undefined).length;
  const times: number[] = [];
  let begun = 0;
  for (const [number, { to }] of remarks.entries()) {
    if (to === undefined) begun += 1;
    const before = to === undefined ? publishedAt + (begun / beginnings) ** 1.5 * hours * hourMs : (times[to] ?? 0);
    times.push(Math.round(before + pauseOf(number) * minuteMs));
  }
  return times;
}
