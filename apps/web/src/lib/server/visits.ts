import type { Article, Me, ThreadPage } from '#lib/answers.js';
import { parseSeen, remember, seenOf, seenText } from '#lib/seen.js';
import { shownUpTo } from '#lib/thread.js';

type Locals = Pick<App.Locals, 'ask' | 'cookies'>;

/**
 * Up to when the reader had seen the thread before this visit; null on the first. An account's visits are in the read model,
 * the same on every device; a guest's are in a cookie of this browser.
 */
export function visitedUpTo(
  { cookies }: Locals,
  me: Me | undefined,
  article: Article,
  thread: ThreadPage,
): string | null {
  if (me?.kind === 'account') return thread.visitedUpTo ?? null;
  return seenOf(parseSeen(cookies.get('seen')), article.id)?.upTo ?? null;
}

/** Remembers that the reader has seen this page of the thread. Nobody waits for it, and nothing fails by it. */
export function noteVisit({ ask, cookies }: Locals, me: Me | undefined, article: Article, thread: ThreadPage): void {
  const upTo = shownUpTo(thread);
  if (me === undefined || upTo === undefined) return;
  if (me.kind === 'account') {
    if (thread.visitedUpTo && thread.visitedUpTo >= upTo) return;
    const path = `/api/articles/${encodeURIComponent(article.slug)}/visits`;
    const visit = { method: 'POST', body: { visit: { upTo } }, headers: { prefer: 'respond-async' } } as const;
    void ask(path, visit).catch(() => undefined);
    return;
  }
  const seen = parseSeen(cookies.get('seen'));
  const known = seenOf(seen, article.id);
  if (known?.upTo === upTo && known.count === article.commentCount) return;
  remember(seen, article.id, upTo, article.commentCount);
  cookies.set('seen', seenText(seen));
}
