/** Characters of an excerpt. */
const most = 120;
/** Characters of HTML that are read for it: first few, since most texts have no tags to speak of. */
const readFirst = 300;
const readAtMost = 2_000;

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** The first words of sanitised HTML, as text of one line. */
export function firstWords(html: string): string {
  const short = excerptOf(html.slice(0, readFirst));
  return short.length > most || html.length <= readFirst ? short : excerptOf(html.slice(0, readAtMost));
}

function excerptOf(html: string): string {
  const text = html
    .replace(/<[^>]*>?/g, ' ')
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,6}));/gi, (all, decimal, hex, name: string) => {
      if (name) return named[name.toLowerCase()] ?? all;
      const code = decimal ? Number(decimal) : Number.parseInt(String(hex), 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
    })
    .replace(/\s+/g, ' ')
    .trim();
  // A character outside the basic plane has two units: only a text of more units can have more characters.
  if (text.length <= most) return text;
  const characters = [...text.slice(0, most * 2 + 1)];
  return characters.length > most ? `${characters.slice(0, most).join('').trimEnd()}…` : text;
}
