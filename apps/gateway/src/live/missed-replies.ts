import { type NewReply, readNewReplies } from '#read-models/comment-thread/read-new-replies.js';
import { readSequenceNow } from '#read-models/shown/read-sequence-now.js';
import type { Queryable } from '#postgres/shared-connection.js';
import { FewAtOnce } from './few-at-once.js';
import * as limits from './live-limits.js';

export interface MissedReplies {
  /** The sequence of now, before they were read. */
  now: number;
  /** Undefined where not all of them can be told: their client is to load anew. */
  replies: NewReply[] | undefined;
}

/** What people missed who resume. Each is read alone, few at once: many resume when a gateway ends. */
export class ReadsMissed {
  private readonly turns = new FewAtOnce(limits.catchUpsAtOnce);

  constructor(private readonly parts: { lookUps: Queryable; pool: Queryable }) {}

  /** @param left where they left off; @param isGone whether nobody waits for it any more */
  read(personId: string, left: number, isGone: () => boolean): Promise<MissedReplies> {
    return this.turns.run(async () => {
      const now = await readSequenceNow(this.parts.lookUps);
      const from = left - limits.overlap;
      const isKept = left <= now && from > now - limits.resumableFor;
      return { now, replies: isKept && !isGone() ? await this.since(from, personId) : undefined };
    });
  }

  /** What takes too long to read would take as long each time they come back. */
  private async since(from: number, personId: string): Promise<NewReply[] | undefined> {
    const most = limits.maxMissed + 1;
    const wanted = { behind: { sequence: from }, people: [personId], most };
    const replies = await readNewReplies(this.parts.pool, wanted).catch(() => undefined);
    return replies && replies.length < most ? replies : undefined;
  }
}
