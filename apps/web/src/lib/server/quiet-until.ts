interface Quiet {
  timeZone: string;
  quietFrom: string | null;
  quietUntil: string | null;
}

/**
 * Until when nobody but the staff comments, as 07:00 in the site's time zone; undefined if it is not quiet now. The comments
 * service decides; this only spares readers a form that is refused.
 */
export function quietUntil({ timeZone, quietFrom: from, quietUntil: until }: Quiet, now: Date): string | undefined {
  if (from === null || until === null || from === until) return undefined;
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const time = clock.format(now);
  const isQuiet = from < until ? time >= from && time < until : time >= from || time < until;
  return isQuiet ? until : undefined;
}
