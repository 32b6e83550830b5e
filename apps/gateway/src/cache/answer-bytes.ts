import type { WholeAnswer } from '../answers/whole-answer.js';

const newLine = 0x0a;

/** The bytes of a cached answer: one line for the Link header, which has no line break, then the JSON. */
export const toBytes = ({ json, link = '' }: WholeAnswer): Buffer => Buffer.concat([Buffer.from(`${link}\n`), json]);

export function fromBytes(bytes: Buffer): WholeAnswer {
  const end = bytes.indexOf(newLine);
  return { json: bytes.subarray(end + 1), ...(end > 0 && { link: bytes.toString('utf8', 0, end) }) };
}
