import { createRequire } from 'node:module';
import type { TokenizerCallbacks } from 'htmlparser2';
import type { Budget } from './budget.js';

// Loaded by require, as the sanitiser does: Jest cannot load a module in both ways at once.
const { Tokenizer } = createRequire(import.meta.url)('htmlparser2') as typeof import('htmlparser2');

export type Part =
  | { kind: 'text'; text: string }
  | { kind: 'open'; text: string; name: string; attributes: ReadonlyMap<string, string> }
  | { kind: 'close'; text: string; name: string }
  /** HTML that was inserted. */
  | { kind: 'markup'; text: string };

export const text = (text: string): Part => ({ kind: 'text', text });
export const markup = (text: string): Part => ({ kind: 'markup', text });

export const htmlOf = (parts: readonly Part[]): string => parts.map((part) => part.text).join('');

/** Shared by tags without attributes, which most are. */
const none = new Map<string, string>();

/**
 * Splits HTML into tags and text, exactly where the sanitiser will, in time linear in its length. Comments and declarations
 * are left out. Attribute values keep their character references.
 * @throws BudgetSpent if there are more tags and attributes than any text has.
 */
export function partsOf(html: string, budget: Budget): Part[] {
  const parts: Part[] = [];
  let tag = { at: 0, name: '' };
  let attribute = { name: '', value: '' };
  let attributes = none;
  const open = (end: number) => {
    // A line break inside a tag is white space.
    const written = html.slice(tag.at, end + 1).replace(/\s*\n\s*/g, ' ');
    parts.push({ kind: 'open', text: written, name: tag.name, attributes });
  };
  const callbacks: TokenizerCallbacks = {
    ontext: (start, end) => void parts.push(text(html.slice(start, end))),
    onopentagname: (start, end) => {
      budget.spend('tags', 1);
      tag = { at: start - 1, name: html.slice(start, end).toLowerCase() };
      attributes = none;
    },
    onattribname: (start, end) => (attribute = { name: html.slice(start, end).toLowerCase(), value: '' }),
    onattribdata: (start, end) => (attribute.value += html.slice(start, end)),
    onattribend: () => {
      budget.spend('tags', 1);
      if (attributes === none) attributes = new Map();
      if (!attributes.has(attribute.name)) attributes.set(attribute.name, attribute.value);
    },
    onopentagend: open,
    onselfclosingtag: open,
    onclosetag: (start, end) => {
      budget.spend('tags', 1);
      const name = html.slice(start, end).toLowerCase();
      parts.push({ kind: 'close', text: `</${name}>`, name });
    },
    onattribentity: ignore,
    oncdata: ignore,
    oncomment: ignore,
    ondeclaration: ignore,
    onend: ignore,
    onprocessinginstruction: ignore,
    ontextentity: ignore,
  };
  const tokenizer = new Tokenizer({ decodeEntities: false }, callbacks);
  tokenizer.write(html);
  tokenizer.end();
  return merged(parts);
}

function ignore(): void {
  // These events carry nothing that is shown: the text is read whole, and its references stay.
}

/** Joins adjacent texts. */
function merged(parts: Part[]): Part[] {
  const result: Part[] = [];
  let texts: string[] = [];
  for (const part of [...parts, undefined]) {
    if (part?.kind === 'text') {
      texts.push(part.text);
      continue;
    }
    if (texts.length > 0) result.push(text(texts.join('')));
    texts = [];
    if (part) result.push(part);
  }
  return result;
}
