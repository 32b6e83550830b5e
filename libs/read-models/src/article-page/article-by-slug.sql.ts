/**
 * A table of one row at most: the article that a slug stands for. The write side gives a slug to one article at a time, but
 * partitions are read each at its own pace: where one gave it up and another has it now, both may have it here for a while.
 * It stands for the one that was published last, whose id is the greatest.
 * @param slug an expression
 */
export const articleBySlug = (slug: string): string =>
  `(SELECT * FROM article_page WHERE slug = ${slug} ORDER BY article_id DESC LIMIT 1)`;
