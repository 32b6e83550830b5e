/** Whether an article was withdrawn: nothing of it is shown, its comments neither. @param articleId an expression */
export const isWithdrawn = (articleId: string): string =>
  `EXISTS (SELECT FROM withdrawn_article AS withdrawn WHERE withdrawn.article_id = ${articleId})`;
