/** What the page of the search says in English. */
export const searchEn = {
  title: (typed: string) => (typed === '' ? 'Search' : `Search: ${typed}`),
  words: 'Words',
  help: 'A phrase in quotes; or between words; - before what must not be there.',
  kind: 'In',
  kinds: { both: 'articles and comments', article: 'articles', comment: 'comments' },
  section: 'Section',
  everySection: 'all',
  author: 'Author',
  authorHelp: 'The name of an account: its articles',
  from: 'From',
  to: 'To',
  submit: 'Search',
  found: (count: string, hasOlder: boolean) =>
    hasOlder ? `The best of the ${count} newest matches` : `${count} found`,
  nothing: 'Nothing was found.',
  instead: 'Is it one of these?',
  unasked: 'Not searched:',
  noWords: 'There is no word to look for. Very common ones, like “the”, do not count.',
  tooLong: 'That took too long. Fewer words, or rarer ones, may be found.',
  comment: 'Comment',
  earlier: 'Better matches',
  more: 'More',
};

export type SearchMessages = typeof searchEn;
