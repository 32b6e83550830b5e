import { isDeepStrictEqual } from 'node:util';
import type { ArticleChanges, PublishArticle } from '#contracts/articles/article.commands.js';
import type { DataOf } from '#contracts/events.js';

type Revised = DataOf<'ArticleRevised'>;

/** What an article says. */
export type Content = Pick<Revised, 'title' | 'description' | 'body' | 'format' | 'tagList' | 'source' | 'remark'>;

/** What an event or a command says of the content; a field without a value is left out. */
export function contentOf(
  given: Omit<Content, 'source' | 'remark'> & { source?: object | undefined; remark?: string | undefined },
): Content {
  const { title, description, body, format, tagList, remark } = given;
  const source = given.source as PublishArticle['source'];
  return {
    ...{ title, description, body, format, tagList },
    ...(source && { source: onlyGiven(source) as NonNullable<Content['source']> }),
    ...(remark !== undefined && { remark }),
  };
}

/** The content after changes; undefined if it is the same. */
export function changedContent(content: Content, changes: ArticleChanges): Content | undefined {
  const { source = content.source, remark = content.remark, ...given } = changes;
  const beside = { source: source ?? undefined, remark: remark ?? undefined };
  const after = contentOf({ ...content, ...(onlyGiven(given) as Partial<Content>), ...beside });
  return isDeepStrictEqual(after, content) ? undefined : after;
}

const onlyGiven = (given: object) =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
