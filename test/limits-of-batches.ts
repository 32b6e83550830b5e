import { commandsDeletedAtOnce, commandsKeptDays } from '#event-store/delete-old-commands.js';
import { maxBatchBytes } from '#event-store/relay/fetch-outbox.js';
import { republishedAtOnce } from '#event-store/relay/republished-pace.js';
import { maxEndsAlone } from '#projection/poison-message-guard.js';
import { claimedAtOnce } from '#projection/claim-parked.js';
import { refoldedAtOnce } from '#projection/claim-unknown.js';
import { refoldedBytesAtOnce } from '#projection/refold-behind.js';
import { maxEndsDraining } from '#projection/drain-parked.js';
import { maxBytesOfPortion, maxMessagesOfPortion } from '#projection/portions-of.js';
import { maxTypesNamed } from '#projection/unknown-type-names.js';
import { statementMs, tableWithinMs } from '#postgres/migrations/migrate-database.js';
import { activityForgottenAtOnce } from '#read-models/shown/forget-article-activity.js';
import { activityKeptMinutes } from '#read-models/shown/activity-kept-minutes.js';
import { maxWaitingBatches } from '#rendering/body-renderer.js';
import { maxWaitingLog } from '#process/log-destination.js';
import { maxPortionsARound } from '#process/work-in-portions.js';
import { renderedAnewAtOnce } from '../apps/projector/src/rendering-anew/anew.js';
import { characters, figure, seconds } from './written-figures.js';

/** How much is done at once by what works through events. */
export const batches = () => ({
  'messages that one transaction projects': figure(maxMessagesOfPortion),
  'bytes of messages that one transaction projects': figure(maxBytesOfPortion),
  'processes that end over one message alone': figure(maxEndsAlone),
  'processes that end as a parked stream goes on': figure(maxEndsDraining),
  'parked streams that go on at once': figure(claimedAtOnce),
  'streams folded again in one reading': figure(refoldedAtOnce),
  'bytes of their rows, if an older version made them': figure(refoldedBytesAtOnce),
  'unknown types of events named in metrics': figure(maxTypesNamed),
  'batches that wait to be rendered': figure(maxWaitingBatches),
  'bytes that the relay sends at once': figure(maxBatchBytes),
  'events sent once more, at once': figure(republishedAtOnce),
  'old commands that are forgotten at once': figure(commandsDeletedAtOnce),
  'portions of a periodic task in one round': figure(maxPortionsARound),
  'minutes for which the activity of an article is kept': figure(activityKeptMinutes),
  'old activity that is forgotten at once': figure(activityForgottenAtOnce),
  'texts that are rendered anew at once': figure(renderedAnewAtOnce.texts),
  'their bytes': figure(renderedAnewAtOnce.bytes),
  "days for which a command's answer is kept": figure(commandsKeptDays),
  'time a migration waits for a table': seconds(tableWithinMs),
  'time for one statement of a migration': seconds(statementMs),
  'log lines of a process that nobody takes': characters(maxWaitingLog),
});
