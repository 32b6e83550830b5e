import { seenOf, type CommandRequest } from '#commands/command-request.js';
import type { Decided } from '#commands/stream-of.js';
import type { ArticleEvent } from '#contracts/events.js';
import type { Caller } from '#identity/caller.js';
import type { SealingTransaction } from '#keyring/sealing-event-store.js';
import type { PoolClient } from 'pg';
import { articleStream } from '../article/article-stream.js';
import { articleDecider, type Article, type ArticleCommand } from '../article/article.decider.js';
import { isEditor } from '#policy/is-editor.js';
import { editorialOf } from '../article/editorial-of.js';
import type { Editorial } from '../article/who-publishes.rules.js';
import { requireTheirs } from './draft.rules.js';
import { keepSchedule } from './keep-schedule.js';

type Make = (
  editorial: Editorial,
  transaction: SealingTransaction<PoolClient>,
) => ArticleCommand | Promise<ArticleCommand>;

/** How every command on a draft is decided. @param make the command, of who gives it and what the site says of them */
export const onDraft = (request: CommandRequest, articleId: string, caller: Caller, make: Make) => ({
  of: articleStream(articleId),
  decider: articleDecider,
  seen: seenOf(request),
  // A refusal for what others changed would tell that there is a draft.
  check: (state: Article) => {
    if (state.kind === 'draft')
      requireTheirs(state.authorId, { personId: caller.personId, isEditor: isEditor(caller) });
  },
  command: async (transaction: SealingTransaction<PoolClient>) =>
    make(await editorialOf(transaction.client, caller), transaction),
  alongside: async ({ client }: SealingTransaction<PoolClient>, { events }: Decided<Article, ArticleEvent>) =>
    keepSchedule(client, events),
});
