import { readTopic } from '#testing/kafka.js';

/** The comments topic's events, without repetitions. */
export interface RelayedComment {
  commentId: number;
  articleId: string;
}

/**
 * The comments topic folded in memory, by comment number.
 * @throws Error if a stream's versions are out of order, repetitions excepted.
 */
export async function foldCommentsTopic(brokers: string[]): Promise<Map<number, RelayedComment>> {
  const versions = new Map<string, number>();
  const comments = new Map<number, RelayedComment>();
  for (const { headers, value } of await readTopic(brokers, 'comments.events.v1')) {
    if (String(headers['ce_type']) === 'RelayWatermark') continue;
    const [stream, version] = [String(headers['ce_subject']), Number(String(headers['ce_sequence']))];
    const known = versions.get(stream) ?? 0;
    if (version <= known) continue;
    if (version !== known + 1) throw new Error(`${stream}: version ${version} came after ${known}`);
    versions.set(stream, version);
    const comment = JSON.parse(String(value)) as RelayedComment;
    if (String(headers['ce_type']) === 'CommentPosted') comments.set(comment.commentId, comment);
  }
  return comments;
}
