import { linkTo } from './bare-links.js';
import { markup, type Part } from './html-parts.js';

const paired = new Set(['iframe', 'audio', 'video', 'object']);
const alone = new Set(['embed', 'source', 'frame']);
const nested = new Set(['source', 'embed', 'param']);

/** Replaces players and frames of other sites, which are not shown, by links to what they play. */
export function withMediaLinks(parts: readonly Part[]): Part[] {
  const closing = closingOf(parts);
  const result: Part[] = [];
  for (let at = 0; at < parts.length; at += 1) {
    const part = parts[at] as Part;
    if (part.kind === 'open' && (paired.has(part.name) || alone.has(part.name))) {
      const end = closing.get(at) ?? at;
      result.push(markup(linkOf(part, parts.slice(at + 1, end))));
      at = end;
    } else result.push(part);
  }
  return result;
}

/** The index of each player's closing tag, if it comes before the next opening one of its kind. */
function closingOf(parts: readonly Part[]): Map<number, number> {
  const next = new Map<string, number>();
  const closing = new Map<number, number>();
  for (const [at, part] of [...parts.entries()].reverse()) {
    if ((part.kind !== 'open' && part.kind !== 'close') || !paired.has(part.name)) continue;
    const end = next.get(part.name);
    if (part.kind === 'close') next.set(part.name, at);
    else if (end !== undefined) closing.set(at, end);
    if (part.kind === 'open') next.delete(part.name);
  }
  return closing;
}

/** A line of its own with a link to the player's address, or to that of the first source in it that has one. */
function linkOf(player: Part, within: readonly Part[]): string {
  for (const part of [player, ...within]) {
    if (part.kind !== 'open' || (part !== player && !nested.has(part.name))) continue;
    const url = addressIn(part.attributes);
    const title = part.attributes.get('title')?.trim();
    if (url !== undefined) return `\n${linkTo(url, title || url)}\n`;
  }
  return '';
}

function addressIn(attributes: ReadonlyMap<string, string>): string | undefined {
  for (const name of ['src', 'data', 'value', 'data-src']) {
    const value = attributes.get(name)?.trim().replace(/^\/\//, 'https://');
    if (value !== undefined && /^https?:\/\/[^\s"<>]+$/i.test(value)) return value;
  }
  return undefined;
}
