import { isDeepStrictEqual } from 'node:util';
import type { ArticleChanges, PublishArticle } from '#contracts/articles/article.commands.js';
import type { DataOf } from '#contracts/events.js';

type Revised = DataOf<'ArticleRevised'>;

/** What an article says. */
export type Content = Pick<
  Revised,
  'title' | 'description' | 'body' | 'format' | 'tagList' | 'source' | 'sectionId' | 'remark'
>;

/** What an event or a command says of the content; a field without a value is left out. */
export function contentOf(
  given: Omit<Content, 'source' | 'sectionId' | 'remark'> & {
    source?: object | undefined;
    sectionId?: string | undefined;
    remark?: string | undefined;
  },
): Content {
  const { title, description, body, format, tagList, sectionId, remark } = given;
  const source = given.source as PublishArticle['source'];
  return {
    ...{ title, description, body, format, tagList },
    ...(source && { source: onlyGiven(source) as NonNullable<Content['source']> }),
    ...(sectionId !== undefined && { sectionId }),
    ...(remark !== undefined && { remark }),
  };
}

/** The content after changes; undefined if it is the same. */
export function changedContent(content: Content, changes: ArticleChanges): Content | undefined {
  const { source = content.source, sectionId = content.sectionId, remark = content.remark, ...given } = changes;
  const beside = { source: source ?? undefined, sectionId: sectionId ?? undefined, remark: remark ?? undefined };
  const after = contentOf({ ...content, ...(onlyGiven(given) as Partial<Content>), ...beside });
  return isDeepStrictEqual(after, content) ? undefined : after;
}

const onlyGiven = (given: object) =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
