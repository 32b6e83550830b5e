/**
 * What the sources of articles are told apart by, in lower case: the host of the source's address, without `www.`; where it
 * has none, its name with hyphens for spaces. `article_page_newest_of_source` is an index of this expression.
 * @param source an expression: the column
 */
export const sourceKey = (source: string): string =>
  `coalesce(${hostOf(`${source} ->> 'url'`)}, ${wordsOf(`${source} ->> 'name'`)})`;

const hostOf = (url: string) =>
  `left(substring(lower(${url}) from '^https?://(?:[^/?#@]*@)?(?:www\\.)?([^/?#:@]+)'), 253)`;

const wordsOf = (name: string) =>
  `nullif(trim(both '-' from left(regexp_replace(lower(${name}), '[\\s/?#%\\\\]+', '-', 'g'), 100)), '')`;
