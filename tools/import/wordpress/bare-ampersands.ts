import { readReference } from './character-reference.js';

const reference = /&(?:#[0-9]+|#x[0-9a-fA-F]+|[A-Za-z_:][\w:.-]*);/y;
/** Text at the end that may become a reference, or the start of a section, with the next portion. */
const unfinished = /&#?[\w:.-]{0,60}$|<(?:!(?:-|\[C?D?A?T?A?)?)?$/;
const ends = new Map([
  ['<![CDATA[', ']]>'],
  ['<!--', '-->'],
  ['<?', '?>'],
]);

/**
 * Escapes each bare `&` of XML text as `&amp;`, and converts each reference to one that XML knows; sections in which `&` is
 * literal are left alone. Text may come in portions.
 */
export class BareAmpersands {
  private kept = '';
  private end: string | undefined;
  /** How many references to forbidden characters were ignored. */
  forbidden = 0;

  /** The text that no further portion can change. */
  escape(portion: string, isLast = false): string {
    const text = this.kept + portion;
    let escaped = '';
    let at = 0;
    while (at < text.length) {
      const next = this.end === undefined ? this.stepContent(text, at, isLast) : this.stepSection(text, at, isLast);
      if (next.at === at) break;
      escaped += next.text;
      at = next.at;
    }
    this.kept = text.slice(at);
    return escaped;
  }

  private stepSection(text: string, at: number, isLast: boolean): { text: string; at: number } {
    const end = this.end ?? '';
    const found = text.indexOf(end, at);
    if (found === -1) {
      // The end marker may be split between portions.
      const until = isLast ? text.length : Math.max(at, text.length - end.length + 1);
      return { text: text.slice(at, until), at: until };
    }
    this.end = undefined;
    return { text: text.slice(at, found + end.length), at: found + end.length };
  }

  private stepContent(text: string, at: number, isLast: boolean): { text: string; at: number } {
    const special = /&|<!\[CDATA\[|<!--|<\?/g;
    special.lastIndex = at;
    const match = special.exec(text);
    const cut = isLast ? -1 : text.slice(Math.max(at, text.length - 64)).search(unfinished);
    const limit = cut === -1 ? text.length : Math.max(at, text.length - 64) + cut;
    if (!match || match.index >= limit) return { text: text.slice(at, limit), at: limit };
    const before = text.slice(at, match.index);
    const [token] = match;
    if (token !== '&') {
      this.end = ends.get(token);
      return { text: before + token, at: match.index + token.length };
    }
    reference.lastIndex = match.index;
    const [known] = reference.exec(text) ?? [];
    if (known === undefined) return { text: `${before}&amp;`, at: match.index + 1 };
    const read = readReference(known);
    if (read === '') this.forbidden += 1;
    return { text: before + read, at: match.index + known.length };
  }
}
