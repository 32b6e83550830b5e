import type { CommentImported } from '#contracts/comments/comment.commands.js';
import type { PersonImported } from '#contracts/people/person.commands.js';
import type { GatewayClient } from '#tools/gateway/gateway-client.js';
import { waitUntilProjected } from './wait-until-projected.js';
import { inBatches } from './in-batches.js';
import type { Results, Sending } from './send-articles.js';
import type { SpooledComment } from './spooled.js';
import { takeResults } from './take-results.js';
import { untilArticlesAreKnown } from './until-articles-are-known.js';

/** Upper bound of batches that are not projected yet: later ones wait here, on disk. */
const maxUnshown = 4;

/** Sends the comments, each batch after its authors; the authors of the next batch are sent meanwhile. */
export async function sendComments(sending: Sending, articleIds: Map<number, string>): Promise<void> {
  const { gateway, spool, tally, progress } = sending;
  const unshown: string[] = [];
  const { here } = tally.comments;
  let sent = 0;
  let underway = Promise.resolve();
  for (const batch of inBatches(spool.comments())) {
    const personIds = await sendPeople(sending, batch);
    await underway;
    underway = (async () => {
      const results = await untilArticlesAreKnown(() => sendBatch(gateway, batch, personIds, articleIds));
      takeResults(batch, results, tally, sending.report);
      sent += batch.length;
      progress.say('comments', sent, here);
      const last = results.findLast(({ added }) => added);
      if (last) unshown.push(`comment-${last.commentId}:1`);
      if (unshown.length > maxUnshown) await waitUntilProjected(gateway, unshown.shift() ?? '');
    })();
    // The next round awaits it; until then a failure must not count as an unhandled rejection.
    underway.catch(() => undefined);
  }
  await underway;
}

/** Introduces the authors of a batch. @returns their ids in the batch's order. */
async function sendPeople({ gateway, tally }: Sending, batch: SpooledComment[]): Promise<Map<SpooledComment, string>> {
  const ids = new Map<SpooledComment, string>();
  for (const [source, ofSource] of Map.groupBy(batch, (spooled) => spooled.source)) {
    const people = ofSource.map(({ comment: { name, email, emailHash, website, postedAt } }) => ({
      ...{ name, email, emailHash, website },
      firstSeenAt: postedAt,
    }));
    const { body } = await gateway.send<Results<PersonImported>>('POST', '/api/imports/people', { source, people });
    for (const [index, spooled] of ofSource.entries()) {
      const { personId = '', added = false } = body.results[index] ?? {};
      ids.set(spooled, personId);
      if (added) tally.persons.added += 1;
    }
  }
  return ids;
}

async function sendBatch(
  gateway: GatewayClient,
  batch: SpooledComment[],
  personIds: Map<SpooledComment, string>,
  articleIds: Map<number, string>,
): Promise<CommentImported[]> {
  const comments = batch.map((spooled) => {
    const { item, source, reparented, comment } = spooled;
    const { externalId, email: _, emailHash: __, parentExternalId, ...rest } = comment;
    return {
      ...rest,
      parentExternalId: reparented ? undefined : parentExternalId,
      articleId: articleIds.get(item),
      personId: personIds.get(spooled),
      provenance: { source, externalId },
    };
  });
  const { body } = await gateway.send<Results<CommentImported>>('POST', '/api/imports/comments', { comments });
  return body.results;
}
