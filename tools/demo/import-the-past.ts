import type { ArticleImported } from '#contracts/articles/article.commands.js';
import type { CommentImported } from '#contracts/comments/comment.commands.js';
import type { SectionImported } from '#contracts/sections/section.commands.js';
import type { PersonImported } from '#contracts/people/person.commands.js';
import type { GatewayClient } from '#tools/gateway/gateway-client.js';
import { untilArticlesAreKnown } from '#tools/import/until-articles-are-known.js';
import { commenters, editor } from './content/commenters.js';
import { sections, type PastArticle } from './content/past-article.js';
import { remarksOf } from './remarks-of.js';

interface Results<Result> {
  results: Result[];
}

const source = 'demo';

/**
 * Imports articles of the days before with their threads, and makes the editor one. A rerun goes on where an earlier one was
 * interrupted, and adds nothing twice: it takes the time of filing from the articles, which come in all at once.
 */
export async function importThePast(gateway: GatewayClient, articles: PastArticle[], now = Date.now()): Promise<void> {
  const people = await importPeople(gateway, Math.min(...articles.map(({ when }) => when(now))));
  const imported = await importArticles(gateway, articles, { people, filedIn: await openSections(gateway) }, now);
  const filedAt = await whenFiled(gateway, articles[0] as PastArticle, imported[0] as ArticleImported);
  const comments = articles
    .flatMap((article, index) => remarksOf(article, filedAt).map((remark) => ({ ...remark, index })))
    .toSorted((one, other) => one.postedAt - other.postedAt)
    .map(({ by, index, postedAt, number, to, ...remark }) => ({
      ...remark,
      ...{
        articleId: imported[index]?.articleId,
        personId: people.get(by),
        account: by === 'ed',
        postedAt: new Date(postedAt),
      },
      ...(to !== undefined && { parentExternalId: String(to) }),
      provenance: { source, externalId: String(number) },
    }));
  const results = await untilArticlesAreKnown(async () => {
    const { body } = await gateway.send<Results<CommentImported>>('POST', '/api/imports/comments', { comments });
    return body.results;
  });
  const lastOfEach = new Map(comments.map(({ articleId }, index) => [articleId, results[index]?.commentId]));
  const token = [...lastOfEach.values()].map((id) => `comment-${id}:1`).join(',');
  await gateway.get('/api/articles?limit=1', { 'consistency-token': token });
}

/** @returns person ids by the short names of the content. */
async function importPeople(gateway: GatewayClient, since: number): Promise<Map<string, string>> {
  const firstSeenAt = new Date(since);
  const author = { name: editor.username, email: editor.email, account: true };
  const known = [['ed', author] as const, ...Object.entries(commenters)];
  const people = known.map(([, person]) => ({ ...person, firstSeenAt }));
  const { body } = await gateway.send<Results<PersonImported>>('POST', '/api/imports/people', { source, people });
  const ids = new Map(known.map(([by], index) => [by, body.results[index]?.personId ?? '']));
  const role = { name: 'editor', reason: 'Edits the Quill Valley Courier’s pages of the demo.' };
  await gateway.send('POST', `/api/people/${ids.get('ed')}/roles`, { role });
  return ids;
}

/** @returns the ids of the sections, by their names; a section that is there already is meant. */
export async function openSections(gateway: GatewayClient): Promise<Map<string, string>> {
  const wanted = sections.map((name) => ({ name, provenance: { source, externalId: name } }));
  const { body } = await gateway.send<Results<SectionImported>>('POST', '/api/imports/sections', { sections: wanted });
  return new Map(sections.map((name, at) => [name, body.results[at]?.sectionId ?? '']));
}

async function importArticles(
  gateway: GatewayClient,
  past: PastArticle[],
  { people, filedIn }: Record<'people' | 'filedIn', Map<string, string>>,
  now: number,
): Promise<ArticleImported[]> {
  const articles = past.map(({ when, closed = false, byEditor, section, thread: _, ...article }) => ({
    ...article,
    ...{ format: 'markdown', publishedAt: new Date(when(now)), commentsClosed: closed },
    sectionId: filedIn.get(section),
    ...(byEditor && { authorId: people.get('ed') }),
    provenance: { source, externalId: article.slug },
  }));
  const { body } = await gateway.send<Results<ArticleImported>>('POST', '/api/imports/articles', { articles });
  return body.results;
}

/** The time at which the articles came in, by one whose time is counted from it in hours. */
async function whenFiled(
  gateway: GatewayClient,
  { when }: PastArticle,
  { articleId, slug }: ArticleImported,
): Promise<number> {
  type Found = { article: { createdAt: string } };
  const path = `/api/articles/${slug}`;
  const { body } = await gateway.get<Found>(path, { 'consistency-token': `article-${articleId}:1` });
  return Date.parse(body.article.createdAt) - when(0);
}
