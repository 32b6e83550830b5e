/** What a browser has seen of articles: up to which time, and how many comments there were. */
export type Seen = Map<string, { upTo: string; count: number }>;

/** Articles that are remembered; the one that was seen longest ago is forgotten first. */
const most = 120;

const keyOf = (articleId: string) => articleId.slice(-8);

/** Reads `a1b2c3d4.kx3f2.1a~…`: the end of the article's id, milliseconds since 1970, comments; the last two in base 36. */
export function parseSeen(text = ''): Seen {
  const entries = text.split('~').flatMap((entry) => {
    const [, key, seconds, count] = /^([\da-f]{8})\.([\da-z]{1,9})\.([\da-z]{1,6})$/.exec(entry) ?? [];
    if (!key || !seconds || !count) return [];
    const upTo = new Date(Number.parseInt(seconds, 36));
    return Number.isNaN(upTo.getTime())
      ? []
      : [[key, { upTo: upTo.toISOString(), count: Number.parseInt(count, 36) }] as const];
  });
  return new Map(entries);
}

export function seenText(seen: Seen): string {
  const entries = [...seen].slice(-most);
  return entries
    .map(([key, { upTo, count }]) => `${key}.${Date.parse(upTo).toString(36)}.${count.toString(36)}`)
    .join('~');
}

export const seenOf = (seen: Seen, articleId: string) => seen.get(keyOf(articleId));

/** Remembers an article as the one that was seen last. */
export function remember(seen: Seen, articleId: string, upTo: string, count: number): void {
  const before = seen.get(keyOf(articleId));
  seen.delete(keyOf(articleId));
  seen.set(keyOf(articleId), { upTo: before !== undefined && before.upTo > upTo ? before.upTo : upTo, count });
}
