import { randomUUIDv7 } from 'node:crypto';
import type { ArchivedDraft } from '#contracts/articles/article.commands.js';
import type { ArticleEvent } from '#contracts/events.js';
import { fold } from '#decider/decider.js';
import type { Given } from '#decider/given.js';
import { articleDecider, type ArticleCommand } from '../article/article.decider.js';
import { contentOf } from '../article/content.js';

interface About {
  articleId: string;
  authorId: string;
  importerId: string;
  /** ISO 8601. */
  now: string;
}

/**
 * The events of a draft that an archive has: it says what it said then, and is with the editors if it was, or is to be
 * published. The importer is who schedules it: when it is due, they must be one who may publish.
 */
export function draftEvents(draft: ArchivedDraft, { articleId, authorId, importerId, now }: About): ArticleEvent[] {
  const by = (at: string, actor: Given['actor']): Given => ({ at, actor, ids: [randomUUIDv7()] });
  // Who may submit is asked of those who do it here.
  const editorial = { personId: authorId, isEditor: true, isContributor: true, publishing: 'editors' as const };
  const on = { articleId, editorial };
  const archive = by(draft.savedAt < now ? draft.savedAt : now, { kind: 'system', rule: 'import' });
  const importer = by(now, { kind: 'person', id: importerId });
  const commands: ArticleCommand[] = [
    { ...archive, ...on, type: 'SaveDraft', draft: JSON.stringify(contentOf(draft)), isNew: true },
  ];
  const { submitted, publishAt } = draft;
  if (publishAt !== undefined) commands.push({ ...importer, ...on, type: 'ScheduleDraft', publishAt });
  else if (submitted) commands.push({ ...importer, ...on, type: 'SubmitDraft' });
  const events: ArticleEvent[] = [];
  for (const command of commands) events.push(...articleDecider.decide(command, fold(articleDecider, events)));
  return events;
}
