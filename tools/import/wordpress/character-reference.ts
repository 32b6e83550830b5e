import { decodeHTMLStrict } from 'entities';

const ofXml = new Set(['&amp;', '&lt;', '&gt;', '&quot;', '&apos;']);
const escapes = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
]);

/** Characters that XML 1.0 forbids everywhere, surrogates excepted. */
export const forbiddenCharacters = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/**
 * Converts a reference such as `&nbsp;` to one that XML knows: HTML's names become their characters, a reference to a
 * forbidden character becomes nothing. Any other is returned unchanged, for the parser to read or refuse.
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
