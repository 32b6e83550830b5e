import type { Answer } from './answer.js';

/**
 * An expression: the version of an answer, as text. Where two are the same, so are the answers for anybody who is not
 * signed in. It has to be read in the statement that reads the answer, or in one before: read after it, what is old could
 * be kept as the new version.
 * @param articleId an expression; not of lists.
 */
export function answerVersionSql(answer: Answer, articleId?: string): string {
  const head = `coalesce((SELECT sequence FROM site_head WHERE answer = '${answer}'), 0)`;
  const own =
    articleId === undefined
      ? ''
      : `coalesce((SELECT sequence FROM article_head WHERE article_head.article_id = ${articleId}), 0), '-', `;
  return `(SELECT concat(left(build.id::text, 13), '.', ${own}${head}) FROM set_build AS build)`;
}
