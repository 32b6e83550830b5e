import { decodeHTMLStrict } from 'entities';

const ofXml = new Set(['&amp;', '&lt;', '&gt;', '&quot;', '&apos;']);
const escapes = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
]);

/** What XML 1.0 allows nowhere in a text, halves of characters aside. */
export const forbiddenCharacters = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/**
 * A reference such as `&nbsp;` as XML knows it: HTML's names become their characters. One to a forbidden character becomes
 * nothing. Any other is given back, for the parser to read or to refuse.
 */
export function readReference(reference: string): string {
  if (ofXml.has(reference)) return reference;
  const [, hex, decimal] = /^&#(?:x([0-9a-f]+)|([0-9]+));$/i.exec(reference) ?? [];
  if (hex !== undefined || decimal !== undefined) {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0xffff && String.fromCharCode(code).search(forbiddenCharacters) === 0 ? '' : reference;
  }
  const characters = decodeHTMLStrict(reference);
  return characters === reference ? reference : characters.replace(/[&<>]/g, (one) => escapes.get(one) ?? one);
}
