import type { SourceOfArticle } from './article-page.entity.js';
import { closingColumns, type ClosingColumns } from './closing-columns.sql.js';
import { sourceKey } from './source-key.sql.js';

export interface ListedArticle extends ClosingColumns {
  articleId: string;
  slug: string;
  title: string;
  description: string;
  tagList: string[];
  createdAt: Date;
  updatedAt: Date;
  authorName: string;
  /** Null while the author is not projected, and once they are erased. */
  authorId: string | null;
  authorBio: string | null;
  authorImage: string | null;
  source: SourceOfArticle | null;
  /** What lists of its source are asked for by. */
  sourceKey: string | null;
  /** By an editor, or an archive; age is told by what is said of it. */
  commentsClosed: boolean;
  commentCount: number;
  favoritesCount: number;
  /** Null while it is in none, or that is not projected. */
  section: { id: string; slug: string; name: string } | null;
  /** The house view, and the version of the thesaurus that made it; null where it is the source's own words. */
  houseVersion: number | null;
  houseTitle: string | null;
  houseDescription: string | null;
}

/** Limits of what a list shows of an article; an imported one may have more. */
export const maxTagsInList = 50;
export const maxDescriptionInList = 2_000;
/** Characters of what an author says of themself. */
export const maxBioInList = 300;

/**
 * Columns of `page` joined with `comment_count` and `author`. Those two come from other topics, so either row may be
 * missing yet.
 */
const articleColumns = (shown: (description: string) => string, tagList: string, bio: string) => `
  page.article_id AS "articleId", page.slug, page.title, ${shown('page.description')} AS description, ${tagList} AS "tagList",
  page.published_at AS "createdAt", page.updated_at AS "updatedAt", coalesce(author.name, '') AS "authorName",
  CASE WHEN author.kind <> 'erased' THEN author.person_id END AS "authorId", ${bio} AS "authorBio",
  author.image AS "authorImage", page.source, ${sourceKey('page.source')} AS "sourceKey",
  page.comments_closed AS "commentsClosed", ${closingColumns},
  coalesce(comment_count.count, 0) AS "commentCount",
  (SELECT count(*)::int FROM favorite WHERE favorite.article_id = page.article_id) AS "favoritesCount",
  (SELECT json_build_object('id', section_id, 'slug', section.slug, 'name', section.name)
   FROM section WHERE section.section_id = page.section_id) AS section,
  page.house_version AS "houseVersion", page.house_title AS "houseTitle",
  ${shown('page.house_description')} AS "houseDescription"`;

export const columnsOfPage = articleColumns((column) => column, 'page.tag_list', 'author.bio');

export const columnsInList = articleColumns(
  (column) => `left(${column}, ${maxDescriptionInList})`,
  `CASE WHEN jsonb_array_length(page.tag_list) <= ${maxTagsInList} THEN page.tag_list
    ELSE jsonb_path_query_array(page.tag_list, '$[0 to ${maxTagsInList - 1}]') END`,
  `left(author.bio, ${maxBioInList})`,
);

export const joinsOfArticle = `LEFT JOIN comment_count USING (article_id)
LEFT JOIN commenter AS author ON author.person_id = page.author_id`;
