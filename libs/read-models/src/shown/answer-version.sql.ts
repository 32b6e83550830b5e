import type { Answer } from './answer.js';

/** An expression: the sequence of the last change that all answers of a kind share. */
export const headOf = (answer: Answer): string =>
  `coalesce((SELECT sequence FROM site_head WHERE answer = '${answer}'), 0)`;

/**
 * An expression: the version of an answer, as text. Two answers with the same version are equal for anybody who is not
 * signed in. The version must be read in the statement that reads the answer, or in an earlier one: if it were read
 * later, an old answer could be stored under the new version.
 * @param articleId an expression; not for lists.
 */
export function answerVersionSql(answer: Answer, articleId?: string): string {
  const own =
    articleId === undefined
      ? ''
      : `coalesce((SELECT sequence FROM article_head WHERE article_head.article_id = ${articleId}), 0), '-', `;
  return `(SELECT concat(left(build.id::text, 13), '.', ${own}${headOf(answer)}) FROM set_build AS build)`;
}
