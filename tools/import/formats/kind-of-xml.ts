const roots = new Map([
  ['disqus', 'a Disqus export (XML)'],
  ['feed', 'an Atom feed'],
  ['rdf:rdf', 'an RSS 1.0 feed'],
  ['html', 'an HTML page'],
  ['svg', 'an SVG image'],
  ['urlset', 'a sitemap'],
  ['opml', 'an OPML outline'],
]);
const ofBlogger = /<generator[^>]{0,200}>Blogger<|schemas\.google\.com\/blogger|tag:blogger\.com,/;
const sections = new Map([
  ['<?', '?>'],
  ['<!--', '-->'],
  ['<!', '>'],
]);

/**
 * What XML or HTML is, by its root element.
 * @returns undefined for RSS, the format of WordPress's exports, and for text that its reader refuses with the position.
 */
export function kindOfXml(text: string): string | undefined {
  const root = /^<!doctype html\b/i.test(text) ? 'html' : rootOf(text);
  if (root === undefined) return undefined;
  if (root === 'feed' && ofBlogger.test(text)) return 'a Blogger export (Atom)';
  if (root === 'html' && text.includes('class="h-entry"') && text.includes('medium.com')) {
    return 'a page of a Medium export (HTML)';
  }
  return roots.get(root);
}

/** The name of the first element, in lower case, after a declaration, comments and a document type. */
function rootOf(text: string): string | undefined {
  let rest = text.trimStart();
  for (;;) {
    const section = [...sections].find(([begin]) => rest.startsWith(begin));
    if (!section) return /^<([A-Za-z_][^\s/<>]{0,100})/.exec(rest)?.[1]?.toLowerCase();
    const [begin, end] = section;
    const until = rest.indexOf(end, begin.length);
    if (until === -1) return undefined;
    rest = rest.slice(until + end.length).trimStart();
  }
}
