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

/** Nobody but editors and the author is told what others have changed. @throws Rejection */
export function requireTheirArticle(
  { personId, isEditor }: Pick<Editorial, 'personId' | 'isEditor'>,
  { authorId }: { authorId: string },
): void {
  if (isEditor || personId === authorId) return;
  throw forbidden('NotTheirArticle', 'This article is somebody else’s.', 'article');
}

/** Editors change any article, and authors their own where everyone publishes. @throws Rejection */
export function requireMayChange(editorial: Editorial, article: { authorId: string }): void {
  requireTheirArticle(editorial, article);
  if (editorial.isEditor || editorial.publishing === 'everyone') return;
  throw forbidden('EditorsRevise', 'Only editors change what is published here.', 'article');
}
