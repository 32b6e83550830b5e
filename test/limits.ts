import { maxHeaderSize } from 'node:http';
import type { z } from 'zod';
import { PublishArticle } from '#contracts/articles/article.commands.js';
import { maxEditsOfComment, PostComment } from '#contracts/comments/comment.commands.js';
import {
  ChangeAccount,
  Email,
  longestBio,
  longestEmail,
  longestImage,
  longestPassword,
  NewPassword,
  Username,
} from '#contracts/people/account.commands.js';
import { IntroduceGuest, Website } from '#contracts/people/person.commands.js';
import { SanctionPerson } from '#contracts/people/sanction.commands.js';
import { DescribeSite, maxEditMinutes } from '#contracts/site/site.commands.js';
import { largestEvent } from '#event-store/event-store.js';
import { maxStreamsWaitedFor, maxWaiting } from '#projection/wait-for-versions.js';
import { maxPeopleLookedAt } from '#read-models/commenter/read-people.js';
import { maxArticlesInFeed, maxBytesInFeed } from '#read-models/article-page/read-feed-articles.js';
import { articlesInSitemap, maxNewsInSitemap, newsHours } from '#read-models/article-page/read-sitemap.js';
import { maxCommentBytesInFeed, maxCommentsInFeed } from '#read-models/comment-thread/read-feed-comments.js';
import { maxOverlappingNamed } from '#read-models/address-range/read-overlapping-ranges.js';
import { maxNamed } from '#operation/describe-set.js';
import { maxChangesTold } from '#commands/require-unchanged.js';
import { maxBytesOfHeld } from '#read-models/comment-thread/read-held-comments.js';
import { batchWaitsMs, longestTextInPlace } from '#rendering/body-renderer.js';
import { redisLimitMs } from '#redis/redis-link.js';
import { renderingCpuMs } from '#rendering/rendering-process.js';
import { bodyBytes, commandBytes, importBytes } from '#http/body-limits.js';
import { maxConnections, maxConnectionsOfAddress } from '#http/bound-connections.js';
import { maxProxies } from '#http/client-address.js';
import { idempotencyKeyLength, strangersKeyBits } from '#commands/idempotency-key.js';
import { maxStreamsInToken } from '#commands/consistency-token.js';
import { headersMs, keepAliveMs, longestPathPart, requestMs } from '#http/http-adapter.js';
import { requestsEndMs } from '#process/shut-down.js';
import { clockSkewSeconds } from '#identity/tokens.js';
import { slugOf } from '../apps/articles/src/article/slug.js';
import { connectMs, idleMs } from '../apps/web/server/pass-through.js';
import { preflightSeconds } from '../apps/gateway/src/allow-other-sites.js';
import * as big from '../apps/gateway/src/answers/big-answers.js';
import { answerKeptSeconds, maxBytesKept, maxBytesOfKept } from '../apps/gateway/src/cache/answer-store.js';
import { requestBudgetMs } from '../apps/gateway/src/consistency/deadline.js';
import { maxEnded } from '../apps/gateway/src/callers/revocation-cache.js';
import { maxTallies } from '../apps/gateway/src/limits/in-process-tallies.js';
import { maxWindows } from '../apps/gateway/src/limits/in-process-windows.js';
import { maxKnownFull } from '../apps/gateway/src/limits/limiter.js';
import { dailyBudgets } from '../apps/users/src/budget/daily-budgets.js';
import { longestMutedKey, maxBytesOfMutes, maxMutes } from '#contracts/people/mute.commands.js';
import { maxFollowings } from '../apps/users/src/following/following.decider.js';
import { maxGuestsOfAccount } from '../apps/users/src/standing/link.decider.js';
import { mailLimitMs } from '../apps/users/src/mail/mailer.js';
import { mailAgainSeconds, maxMailsAtOnce } from '../apps/users/src/mail/send-due-mails.js';
import { resetMinutes } from '../apps/users/src/password-reset/reset-minutes.js';
import { maxNicksHeld } from '../apps/users/src/person/sealed-profile.js';
import { maxSessions } from '../apps/users/src/session/find-surplus-sessions.js';
import { answerKeptMs } from '../apps/web/src/lib/server/form-keys.js';
import { pageFreshMs, pagesBytes } from '../apps/web/src/lib/server/page-cache.js';
import { articles } from './limits-of-articles.js';
import { live } from './limits-of-live.js';
import { archives, importedNewsroom } from './limits-of-archives.js';
import { batches } from './limits-of-batches.js';
import { search } from './limits-of-search.js';
import { bytes, characters, figure, seconds } from './written-figures.js';

import { maxCommentPreviews, previewMs } from '../apps/gateway/src/previews/previews.js';
import { describedWithinMs, silentAfterSeconds } from '../apps/gateway/src/operations/operations.js';
import * as rendering from '#rendering/limits.js';
import * as thread from '../apps/gateway/src/comments/thread-limits.js';

/** The longest value that a schema accepts, found by trying. */
function longest(schema: z.ZodType, make: (length: number) => unknown): number {
  let [taken, refused] = [0, 1_000_000];
  while (refused - taken > 1) {
    const middle = (taken + refused) >> 1;
    if (schema.safeParse(make(middle)).success) taken = middle;
    else refused = middle;
  }
  return taken;
}

const letters = (length: number) => 'x'.repeat(length);
const longestText = (schema: z.ZodType) => characters(longest(schema, letters));

const requests = () => ({
  'body of a request': bytes(bodyBytes),
  'body of an import, from an admin': bytes(importBytes),
  'body of a command between gateway and service': bytes(commandBytes),
  'one part of a path, unescaped': characters(longestPathPart),
  'headers of a request, with its address': bytes(maxHeaderSize),
  "time for a request's headers": seconds(headersMs),
  'time for a whole request': seconds(requestMs),
  'time an idle connection is kept': seconds(keepAliveMs),
  'time the site waits for a gateway to accept': seconds(connectMs),
  'time in which nothing comes from the gateway to the site': seconds(idleMs),
  'time the gateway waits for a service': seconds(requestBudgetMs),
  'time for requests under way to end after SIGTERM': seconds(requestsEndMs),
  'connections of a process': figure(maxConnections),
  'connections of one address that is no trusted proxy': figure(maxConnectionsOfAddress),
  'proxies followed through an `X-Forwarded-For`': figure(maxProxies),
  'time a token may be made ahead of our clock': seconds(clockSkewSeconds * 1_000),
  'time a browser goes by what it was told of CORS': seconds(preflightSeconds * 1_000),
  '`Idempotency-Key`': `${figure(idempotencyKeyLength)} ASCII characters`,
  '`Idempotency-Key` of a stranger, at least': `${strangersKeyBits} bits`,
  'streams in a `Consistency-Token`': figure(maxStreamsInToken),
  'streams that one request waits for': figure(maxStreamsWaitedFor),
  'requests of a process that wait for versions': figure(maxWaiting),
});

const counts = () => ({
  'time a request waits for Redis': seconds(redisLimitMs),
  'windows of requests that a gateway counts': figure(maxWindows),
  'subjects whose failed sign-ins a gateway counts': figure(maxTallies),
  'windows that a gateway remembers as full': figure(maxKnownFull),
  'ended sessions, erased people a gateway hears of': figure(maxEnded),
});

const fields = () => {
  const { title, description, body, tagList, source } = PublishArticle.shape;
  const mail = (length: number) => `a@${letters(length - 4)}.b`;
  const address = (length: number) => 'https://a.b/'.padEnd(length, 'x');
  const newYear = (year: number) => `${String(year).padStart(4, '0')}-01-01T00:00:00Z`;
  const sanction = { personId: crypto.randomUUID(), kind: 'warn', reason: 'spam' };
  const ban = { ...sanction, kind: 'ban' };
  return {
    'body of a comment': longestText(PostComment.shape.body),
    'body of an article': longestText(body),
    'description of an article': longestText(description),
    'title of an article': longestText(title),
    'name of a source': characters(longest(source, (length) => ({ name: letters(length) }))),
    'name of the site': longestText(DescribeSite.shape.name),
    'motto of the site': longestText(DescribeSite.shape.motto),
    'a page of the site': longestText(DescribeSite.shape.rules),
    'tags of an article': figure(longest(tagList, (length) => Array.from({ length }, () => 'tag'))),
    'a tag': characters(longest(tagList, (length) => [letters(length)])),
    'slug, without the number behind it': characters(slugOf(letters(1_000)).length),
    'user name': longestText(Username),
    'name or nick of a guest': longestText(IntroduceGuest.shape.name),
    'e-mail': characters(Math.min(longest(Email, mail), longestEmail)),
    website: characters(longest(Website, address)),
    password: characters(longestOf(NewPassword, longestPassword)),
    '`bio` of an account': characters(longestOf(ChangeAccount.shape.bio, longestBio)),
    '`image` of an account': characters(longestOf(ChangeAccount.shape.image, longestImage)),
    'note to a sanction': characters(longest(SanctionPerson, (length) => ({ ...sanction, note: letters(length) }))),
    'year in which a sanction ends': String(longest(SanctionPerson, (year) => ({ ...ban, until: newYear(year) }))),
    'changes of the text of a comment': figure(maxEditsOfComment),
    'time from posting in which a site lets comments be changed': `${figure(maxEditMinutes)} minutes`,
    'an event, as JSON': bytes(largestEvent),
  };
};

/** The documented bound, if the schema accepts exactly that much; else NaN. */
function longestOf(schema: z.ZodType, most: number): number {
  const isMost = schema.safeParse(letters(most)).success && !schema.safeParse(letters(most + 1)).success;
  return isMost ? most : NaN;
}

const bodies = () => {
  const anyWay = figure(rendering.allowance);
  return {
    HTML: `${rendering.bytesPerByte} bytes a byte of the body, and ${figure(rendering.bytesForAny)}`,
    Markdown: characters(rendering.longestMarkdown),
    'elements open at once': figure(rendering.maxOpenElements),
    'steps of the Markdown parser': `${rendering.stepsPerCharacter} a character of the body, and ${anyWay}`,
    'tokens of the Markdown parser': `${rendering.tokensPerCharacter} a character of the body, and ${anyWay}`,
    'characters put in by references': `${rendering.referencedPerCharacter} a character of the body, and ${anyWay}`,
    'tags, attributes and paragraphs of HTML': figure(rendering.maxTags),
    'plain text that is escaped in place': characters(longestTextInPlace),
    'own time of the process that renders': seconds(renderingCpuMs),
    'time a batch waits for its bodies': seconds(batchWaitsMs),
  };
};

const answers = () => ({
  'comments of a thread in one answer': figure(thread.maxCommentsInAnswer),
  'bytes of a thread in one answer': figure(thread.maxBytesInAnswer),
  'characters of an answered comment, beside its answer': figure(thread.maxExcerpt),
  'characters of its HTML that are read for them': figure(thread.maxHtmlOfExcerpt),
  'bytes of held comments in one answer': figure(maxBytesOfHeld),
  "bytes of somebody's comments in one answer": figure(big.maxBytesAtOnce),
  'articles of a feed': figure(maxArticlesInFeed),
  'bytes of HTML of the articles of a feed': figure(maxBytesInFeed),
  'comments of a feed': figure(maxCommentsInFeed),
  'bytes of the comments of a feed': figure(maxCommentBytesInFeed),
  'articles of a part of the sitemap': figure(articlesInSitemap),
  'articles of the news sitemap': figure(maxNewsInSitemap),
  'hours for which an article is in the news sitemap': figure(newsHours),
  'large answers under way in a gateway': bytes(big.maxBytesUnderWay),
  'large answers under way to one visitor': bytes(big.maxBytesOfVisitor),
  'time in which a large answer must go on': seconds(big.stalledAfterMs),
  'an answer that is kept in Redis': bytes(maxBytesOfKept),
  [`answers that a gateway keeps in ${answerKeptSeconds} s`]: bytes(maxBytesKept),
  'time a page for strangers is kept': seconds(pageFreshMs),
  'bytes of pages that a process keeps': bytes(pagesBytes),
  'time an answer is kept in Redis': seconds(answerKeptSeconds * 1_000),
  'people that a page of people is searched for in': figure(maxPeopleLookedAt),
  'ranges named as around or inside a range': figure(maxOverlappingNamed),
  'changes that a 412 names': figure(maxChangesTold),
  'time a preview is waited for': seconds(previewMs),
  'previews of comments under way in a gateway': figure(maxCommentPreviews),
  'time operators wait for what a service tells': seconds(describedWithinMs),
  'time after which a silent projector counts as away': seconds(silentAfterSeconds * 1_000),
  'dead letters that operators are shown': figure(maxNamed.letters),
  'halted or parked streams named for each set': figure(maxNamed.streams),
});

const people = () => ({
  'life of a link to another password': `${figure(resetMinutes)} minutes`,
  'mails that a process sends at once': figure(maxMailsAtOnce),
  'time for sending one mail': seconds(mailLimitMs),
  'answer to a sign-in that is pressed twice': seconds(answerKeptMs),
  'time before a mail is tried again': seconds(mailAgainSeconds * 1_000),
  ...Object.fromEntries(Object.entries(dailyBudgets).map(([budget, most]) => [budget, `${figure(most)} a day`])),
  'people somebody follows': figure(maxFollowings),
  'people, sources and tags that somebody mutes': figure(maxMutes),
  'bytes of all that somebody mutes, as JSON': figure(maxBytesOfMutes),
  'characters of a key that is muted': figure(longestMutedKey),
  'sessions of an account': figure(maxSessions.goingOn),
  'guests of an account': figure(maxGuestsOfAccount),
  'nicks of a guest that are held for an account': figure(maxNicksHeld),
});

/** Everything with an upper bound, by its name in docs/limits.md, word for word. */
export const limits = (): Record<string, string> => ({
  ...requests(),
  ...live(),
  ...counts(),
  ...importedNewsroom(),
  ...fields(),
  ...bodies(),
  ...articles(),
  ...answers(),
  ...people(),
  ...archives(),
  ...batches(),
  ...search(),
});
