/** The formats of each feed, by the ending of its address; Atom first, which says most. */
export const feedFormats = [
  { ending: 'atom', mime: 'application/atom+xml', name: 'Atom' },
  { ending: 'rss', mime: 'application/rss+xml', name: 'RSS' },
  { ending: 'json', mime: 'application/feed+json', name: 'JSON' },
] as const;
