import { type RequestEvent, redirect } from '@sveltejs/kit';
import type { Draft } from '#lib/desk/answers.js';
import {
  type ArticleContent,
  articleFields,
  type ArticleForm,
  emptyArticle,
  formOfContent,
} from '#lib/desk/article-form.js';
import { clockTime } from '#lib/desk/site-time.js';
import { type Ask, Moved, Refusal } from '../gateway.js';
import { marksOf } from './field-marks.js';

/** What is in the editor. */
export interface Edited {
  of: 'new' | 'draft' | 'article';
  /** Of the draft, or the article's slug; nothing of a new one. */
  id: string;
  now: ArticleForm;
  /** Of the article that it is or becomes; none of a new one. */
  articleId?: string;
  /** Its version, for If-Match. */
  etag: string;
  /** Of its fields, by which the form tells what was changed in it. */
  marks: string;
  draft?: Pick<Draft, 'status' | 'note' | 'reason' | 'author'>;
  /** When it is to be published, as a clock of the site shows it. */
  publishAt?: string;
  /** It was there, and is not any more. What somebody has typed stays. */
  isGone?: true;
}

/** What the address names to be edited. @throws Refusal 404; Redirect to an article's present slug */
export async function readEdited(event: Pick<RequestEvent, 'locals' | 'url' | 'request' | 'isDataRequest'>) {
  const { locals, url, request, isDataRequest } = event;
  const [draft, slug] = [url.searchParams.get('draft'), url.searchParams.get('article')];
  try {
    if (draft !== null) return await readDraft(locals, draft);
    if (slug !== null) return await readArticle(locals.ask, slug);
    return editedOf('new', '', emptyArticle);
  } catch (error) {
    const present = error instanceof Moved ? /\/api\/articles\/([^/?]+)/.exec(error.location)?.[1] : undefined;
    if (present !== undefined) redirect(307, `${url.pathname}?article=${present}`);
    const isMissing = error instanceof Refusal && (error.status === 404 || error.status === 410);
    if (!isMissing || !(isDataRequest || request.method === 'POST')) throw error;
    const id = draft ?? slug ?? '';
    return { ...editedOf(draft === null ? 'article' : 'draft', id, emptyArticle), isGone: true } satisfies Edited;
  }
}

const editedOf = (of: Edited['of'], id: string, now: ArticleForm, version?: number): Edited => ({
  ...{ of, id, now, marks: marksOf(now, articleFields) },
  etag: version === undefined ? '' : `"${version}"`,
});

async function readDraft({ ask, site }: App.Locals, id: string): Promise<Edited> {
  const { draft } = (await ask<{ draft: Draft }>(`/api/drafts/${encodeURIComponent(id)}`)).body;
  const { status, note, reason, author, publishAt, version } = draft;
  return {
    ...editedOf('draft', draft.id, formOfContent(draft), version),
    articleId: draft.id,
    ...{ draft: { status, note, reason, author } },
    ...(publishAt !== null && { publishAt: clockTime(publishAt, site.timeZone) }),
  };
}

async function readArticle(ask: Ask, slug: string): Promise<Edited> {
  type Answer = { article: ArticleContent & { id: string; slug: string; version: number } };
  const { article } = (await ask<Answer>(`/api/articles/${encodeURIComponent(slug)}`)).body;
  return { ...editedOf('article', article.slug, formOfContent(article), article.version), articleId: article.id };
}
