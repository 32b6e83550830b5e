/** Schemes of what a comment may lead to. A picture is by https alone: a page by https shows no other. */
const schemes = { link: /^(https?|mailto):$/, picture: /^https:$/ };

/** An address as Markdown takes it; undefined for one that a comment may not lead to. Without a scheme it is by https. */
export function addressOf(typed: string, kind: keyof typeof schemes): string | undefined {
  const address = typed.trim();
  const isNamed = /^[a-z][a-z\d+-]*:(?!\d)/i.test(address);
  // A name without a dot is no host that somebody would leave the scheme out of.
  if (!isNamed && !/^[^\s/?#]+\.[^\s/?#]/.test(address)) return undefined;
  try {
    const { protocol, href } = new URL(isNamed ? address : `https://${address}`);
    if (!schemes[kind].test(protocol)) return undefined;
    return href.replace(/[()\s]/g, (each) => `%${each.charCodeAt(0).toString(16)}`);
  } catch {
    return undefined;
  }
}

/** Words as they stand in the brackets of a link or picture. */
const inBrackets = (words: string) =>
  words
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\[\]]/g, '\\$&');

export type Kind = 'link' | 'foto' | 'photo';

export function markupOf(kind: Kind, address: string, words: string): string {
  const link = `[${inBrackets(words) || address}]`;
  if (kind === 'link') return `${link}(${address})`;
  return `!${link}(${address}${kind === 'foto' ? ' "foto"' : ''})`;
}
