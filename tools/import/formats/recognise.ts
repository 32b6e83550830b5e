import { sentence } from '#tools/terminal/sentence.js';
import { ForeignFile } from '../foreign-file.js';
import { kindByMagic } from './magic-bytes.js';
import { kindOfXml } from './kind-of-xml.js';
import { wideEncodingOf } from './wide-encoding.js';

export type Format = 'json-lines' | 'wordpress';

/** Bytes from a file's beginning that are enough to recognise its type. */
export const tellingBytes = 64 * 1024;

/** Control characters that no text contains. */
const binary = /[\0-\x08\x0e-\x1a\x1c-\x1f]/;

/** The format of a file by its beginning. @throws ForeignFile that names any other type. */
export function recognise(first: Buffer): Format {
  const magic = kindByMagic(first);
  if (magic !== undefined) throw new ForeignFile(`is ${magic}`);
  const encoding = wideEncodingOf(first);
  if (encoding === 'utf-32') throw new ForeignFile('is text in UTF-32: save it as UTF-8');
  const text = new TextDecoder(encoding ?? 'utf-8').decode(first.subarray(0, tellingBytes)).replace(/^[\s\ufeff]+/, '');
  if (text.startsWith('<')) {
    const kind = kindOfXml(text);
    if (kind !== undefined) throw new ForeignFile(`is ${kind}`);
    return 'wordpress';
  }
  if (encoding !== undefined) throw new ForeignFile('is text in UTF-16: save it as UTF-8');
  const kind = text.startsWith('{') ? kindOfObject(text) : kindOfText(text);
  if (kind !== undefined) throw new ForeignFile(`is ${kind}`);
  return 'json-lines';
}

/** A JSON object that is not on one line, and so no line of an archive. */
function kindOfObject(text: string): string | undefined {
  if (/^\{\s*"db"\s*:\s*\[/.test(text)) return 'a Ghost export (JSON)';
  return /^\{[ \t]*\r?\n/.test(text) ? 'one JSON object over several lines: JSON Lines have one a line' : undefined;
}

function kindOfText(text: string): string | undefined {
  // Only white space so far: it may be empty, which its reader will see.
  if (text === '') return undefined;
  if (text.startsWith('['))
    return 'a JSON array: JSON Lines have one object a line, without brackets around and commas between';
  const beginning = text.slice(0, 1_000);
  if (binary.test(beginning)) return 'a binary file of no kind known here';
  if (beginning.includes('\ufffd')) return 'text that is not UTF-8, of no kind known here';
  if (/^(AUTHOR|TITLE|BASENAME): .*\n/.test(text)) return 'a Movable Type export';
  return sentence`text of no kind known here: it begins with “${beginning.split('\n', 1)[0]?.slice(0, 60) ?? ''}”`;
}
