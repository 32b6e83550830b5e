import { wideEncodingOf } from '../formats/wide-encoding.js';

/** The text cannot be decoded further; `before` is the decoded part. */
export class BadEncoding extends Error {
  constructor(
    message: string,
    readonly before: string,
  ) {
    super(message);
  }
}

const declared = /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)["']/;

/** A file's encoding: by its byte order mark or zero bytes, else by its declaration, else UTF-8. */
function encodingOf(bytes: Buffer): string {
  const wide = wideEncodingOf(bytes);
  if (wide !== undefined) return wide;
  return declared.exec(bytes.toString('latin1', 0, 400).replace(/^\u00ef\u00bb\u00bf/, ''))?.[1] ?? 'utf-8';
}

function decoderFor(encoding: string): TextDecoder {
  try {
    return new TextDecoder(encoding, { fatal: true });
  } catch {
    throw new BadEncoding(`the encoding ${encoding} is not known here`, '');
  }
}

/** A file's bytes as text, in portions, without a byte order mark and leading white space. @throws BadEncoding */
export async function* decodePortions(input: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  let begun = false;
  for await (const bytes of input) {
    decoder ??= decoderFor(encodingOf(bytes));
    const text = decode(decoder, bytes);
    // The parser must not see it: a declaration must be at the very beginning.
    const rest: string = begun ? text : text.replace(/^[\s\ufeff]+/, '');
    begun ||= rest !== '';
    if (rest !== '') yield rest;
  }
  if (decoder) yield decode(decoder);
}

function decode(decoder: TextDecoder, bytes?: Buffer): string {
  try {
    return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
  } catch {
    const readable = new TextDecoder(decoder.encoding).decode(bytes);
    const bad = readable.indexOf('\ufffd', bytes ? 1 : 0);
    throw new BadEncoding(`is not ${decoder.encoding.toUpperCase()}`, readable.slice(0, Math.max(0, bad)));
  }
}
