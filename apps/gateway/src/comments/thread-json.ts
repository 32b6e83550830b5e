import { guestMark } from './guest-mark.js';
import { webAddress } from './present-comment.js';
import type { ThreadTuple } from './thread-tuple.js';

const quote = JSON.stringify;

/**
 * Comments as text, without the brackets around them: what `JSON.stringify` makes of them as {@link presentComment} gives
 * them, in about half the time and with half the garbage.
 */
export function commentsJson(tuples: readonly ThreadTuple[]): string {
  let comments = '';
  for (const [id, parentId, personId, kind, name, website, body, bodyHtml, format, postedAt, following] of tuples) {
    const at = new Date(Number(postedAt)).toISOString();
    const site = website !== null && webAddress.test(website) ? `,"website":${quote(website)}` : '';
    const mark = kind === 'guest' ? `,"mark":"${guestMark(personId)}"` : '';
    comments +=
      `${comments === '' ? '' : ','}{"id":${id},"createdAt":"${at}","updatedAt":"${at}","body":${quote(body)},` +
      `"bodyHtml":${quote(bodyHtml)},"format":"${format}","parentId":${parentId},"author":{"username":${quote(name)},` +
      `"bio":null,"image":null,"following":${following},"kind":"${kind}","id":"${personId}"${site}${mark}}}`;
  }
  return comments;
}

/** The answer of the thread route as text. */
export const threadJson = (tuples: readonly ThreadTuple[]): string => `{"comments":[${commentsJson(tuples)}]}`;

/** The same, of comments by their ids: the next portion is read when the one before has gone out. */
export async function* threadJsonInPortions(
  portions: readonly string[][],
  read: (ids: string[]) => Promise<readonly ThreadTuple[]>,
): AsyncGenerator<string> {
  let before = '{"comments":[';
  for (const ids of portions) {
    const comments = commentsJson(await read(ids));
    if (comments === '') continue;
    yield before + comments;
    before = ',';
  }
  yield before === ',' ? ']}' : `${before}]}`;
}
