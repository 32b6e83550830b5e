/**
 * A table of at most one row: the article that a slug leads to. The write side gives a slug to one article at a time,
 * but partitions are read at different speeds: if one article gave the slug up and another took it, both may have it
 * here for a while. The slug leads to the one published last, which has the greatest id.
 * @param slug an expression
 */
export const articleBySlug = (slug: string): string =>
  `(SELECT * FROM article_page WHERE slug = ${slug} ORDER BY article_id DESC LIMIT 1)`;
