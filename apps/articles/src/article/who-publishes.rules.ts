import type { Publishing } from '#contracts/site/site.events.js';
import { forbidden, notFound } from '#decider/rejection.js';

/** Who wants to publish or change an article, and what the site says of who may. */
export interface Editorial {
  personId: string;
  isEditor: boolean;
  /** May always submit. */
  isContributor: boolean;
  publishing: Publishing;
}

/** @throws Rejection */
export function requireMayPublish({ isEditor, publishing }: Editorial): void {
  if (isEditor || publishing === 'everyone') return;
  throw forbidden('EditorsPublish', 'Only editors publish here.', 'article');
}

/** @throws Rejection */
export function requireMaySubmit({ isEditor, isContributor, publishing }: Editorial): void {
  if (isEditor || isContributor || publishing !== 'editors') return;
  throw forbidden('EditorsPublish', 'Only editors publish here.', 'article');
}

/** @throws Rejection */
export function requirePublished<Article extends { kind: string }>(
  article: Article,
): Extract<Article, { kind: 'published' }> {
  if (article.kind !== 'published') throw notFound('ArticleUnknown', 'article');
  return article as Extract<Article, { kind: 'published' }>;
}

/** Editors change any article, and authors their own where everyone publishes. @throws Rejection */
export function requireMayChange(
  { personId, isEditor, publishing }: Editorial,
  { authorId }: { authorId: string },
): void {
  if (isEditor) return;
  if (personId !== authorId) throw forbidden('NotTheirArticle', 'This article is somebody else’s.', 'article');
  if (publishing !== 'everyone')
    throw forbidden('EditorsRevise', 'Only editors change what is published here.', 'article');
}
