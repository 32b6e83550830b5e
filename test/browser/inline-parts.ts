import { Parser } from 'htmlparser2';

/** What of a page its policy would have to stop. */
export function inlineParts(html: string): string[] {
  const found: string[] = [];
  const parser = new Parser({
    onopentag: (name, attributes) => {
      const given = Object.keys(attributes).filter((each) => each === 'style' || each.startsWith('on'));
      if (given.length > 0) found.push(`<${name} ${given.join(' ')}>`);
      if (name === 'style') found.push('<style>');
      const isData = attributes['type'] === 'application/ld+json';
      if (name === 'script' && !isData && !attributes['src']?.startsWith('/')) found.push('<script>');
    },
  });
  parser.end(html);
  return found;
}
