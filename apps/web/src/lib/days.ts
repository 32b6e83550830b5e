import type { ArticleInList } from './answers.js';
import type { Dates } from './dates.js';

export interface Day {
  key: string;
  /** `today`, `yesterday`, or nothing of the kind. */
  near: 'today' | 'yesterday' | undefined;
  /** A time of that day. */
  at: string;
  articles: ArticleInList[];
}

const dayMs = 86_400_000;

/** Articles by the day of their publication in the site's time zone, in their order. @param now milliseconds since 1970 */
export function byDay(articles: readonly ArticleInList[], dates: Dates, now: number): Day[] {
  const today = dates.dayKey(new Date(now));
  const yesterday = dates.dayKey(new Date(now - dayMs));
  return [...Map.groupBy(articles, ({ createdAt }) => dates.dayKey(createdAt))].map(([key, ofDay]) => ({
    key,
    near: key === today ? 'today' : key === yesterday ? 'yesterday' : undefined,
    at: ofDay[0]?.createdAt ?? '',
    articles: ofDay,
  }));
}
