import type { ArticleInList } from '#lib/answers.js';
import { field } from '#lib/field.js';
import { mayAtDesk } from '#lib/desk/rules.js';
import { takeStep } from '#lib/server/desk/take-step.js';
import { withdrawArticle } from '#lib/server/desk/withdraw-article.js';
import { offsetIn } from '#lib/server/desk/offset-in.js';
import type { RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types.js';

/** Articles of a page. */
const onPage = 50;

export const load: PageServerLoad = async ({ locals: { ask, staff }, url }) => {
  const offset = offsetIn(url);
  type List = { articles: ArticleInList[]; articlesCount: number };
  const { body } = await ask<List>(`/api/articles?limit=${onPage}&offset=${offset}`);
  const articles = body.articles.map(({ id, slug, title, createdAt, commentsClosed, commentCount, author }) => ({
    ...{ id, slug, title, createdAt, commentsClosed, commentCount, author: author.username },
  }));
  const may = (action: string) => mayAtDesk(staff?.roles ?? [], `/desk/articles?/${action}`);
  return { articles, count: body.articlesCount, offset, onPage, mayReopen: may('reopen'), mayRevise: may('withdraw') };
};

const change = (what: 'close' | 'reopen') => async (event: RequestEvent) => {
  const data = await event.request.formData();
  const slug = encodeURIComponent(field(data, 'slug'));
  return takeStep<{ article: { title: string } }>(event, {
    step: `${what}-${field(data, 'slug')}`,
    ...{ data, path: `/api/articles/${slug}/${what}-comments` },
    said: (answer) => ({
      what: answer === undefined ? 'accepted' : what === 'close' ? 'closed' : 'reopened',
      name: answer?.article.title ?? '',
      to: `/articles/${slug}`,
    }),
  });
};

export const actions: Actions = {
  withdraw: async (event) => withdrawArticle(event),
  close: change('close'),
  reopen: change('reopen'),
};
