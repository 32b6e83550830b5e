import type { ReturnReason } from '#contracts/articles/article.events.js';
import type { Actor } from '#contracts/event-data.js';
import type { ArticleEvent, ArticleFact } from '#contracts/events.js';
import { happened, type Given } from '#decider/given.js';
import { conflict, notFound } from '#decider/rejection.js';
import {
  bytesTold,
  counted,
  requireFewDrafts,
  requireFewSteps,
  requireRoomInDraft,
  type TimesADay,
} from '../article/how-often.rules.js';
import { requireMayPublish, requireMaySubmit, type Editorial } from '../article/who-publishes.rules.js';

/** An article that is not published yet. What it says is its author's own, sealed, and no rule reads it. */
export interface DraftState {
  kind: 'draft';
  authorId: string;
  status: 'open' | 'submitted' | 'scheduled';
  saved: TimesADay | undefined;
  /** Submitted or scheduled. */
  stepped: TimesADay | undefined;
  /** When it is due; undefined unless it is scheduled. */
  publishAt: string | undefined;
  /** Who scheduled it last: they must be one who may publish when it is due. */
  scheduledBy: string | undefined;
  /** Of all saves. */
  bytes: number;
}

type ByEditorial = Given & { articleId: string; editorial: Editorial };

export type DraftCommand = ByEditorial &
  (
    | { type: 'SaveDraft'; /** JSON. */ draft: string; /** Whether it is a new one. */ isNew: boolean }
    | { type: 'SubmitDraft' }
    | { type: 'ReturnSubmission'; note?: string | undefined; reason?: ReturnReason }
    | { type: 'ScheduleDraft'; publishAt: string }
    | { type: 'UnscheduleDraft' }
    | { type: 'DiscardDraft' }
  );

export type DraftFact = Extract<
  ArticleFact,
  {
    type:
      | 'ArticleDrafted'
      | 'ArticleSubmitted'
      | 'SubmissionReturned'
      | 'ArticleScheduled'
      | 'ArticleUnscheduled'
      | 'DraftDiscarded';
  }
>;

export function afterDraft(draft: DraftState | undefined, event: DraftFact): DraftState | { kind: 'discarded' } {
  if (event.type === 'ArticleDrafted') {
    const [saved, bytes] = [counted(draft?.saved, event.occurredAt), (draft?.bytes ?? 0) + bytesTold(event.data)];
    const begun = { status: 'open' as const, stepped: undefined, publishAt: undefined, scheduledBy: undefined };
    return { kind: 'draft', ...begun, ...draft, authorId: event.data.authorId, saved, bytes };
  }
  if (draft === undefined || event.type === 'DraftDiscarded') return { kind: 'discarded' };
  switch (event.type) {
    case 'ArticleSubmitted':
      return { ...draft, status: 'submitted', stepped: counted(draft.stepped, event.occurredAt) };
    case 'ArticleUnscheduled':
      return { ...draft, status: 'submitted', publishAt: undefined };
    case 'SubmissionReturned':
      return { ...draft, status: 'open', publishAt: undefined };
    case 'ArticleScheduled': {
      const { publishAt, actor } = event.data;
      const scheduledBy = personOf(actor);
      return {
        ...draft,
        status: 'scheduled',
        publishAt,
        scheduledBy,
        stepped: counted(draft.stepped, event.occurredAt),
      };
    }
  }
}

/** The first event of a draft. @throws Rejection */
export function startDraft(command: Extract<DraftCommand, { type: 'SaveDraft' }>): ArticleEvent {
  requireMaySubmit(command.editorial);
  return drafted(command, command.editorial.personId);
}

/** @throws Rejection */
export function decideOnDraft(command: DraftCommand, draft: DraftState): ArticleEvent[] {
  requireTheirs(draft.authorId, command.editorial);
  const { articleId } = command;
  const { status, authorId } = draft;
  switch (command.type) {
    case 'SaveDraft':
      requireOpenTo(draft, command.editorial);
      requireFewDrafts(draft.saved, command.at);
      requireRoomInDraft(draft.bytes);
      return [drafted(command, authorId)];
    case 'SubmitDraft':
      if (status !== 'open') return [];
      requireMaySubmit(command.editorial);
      requireFewSteps(draft.stepped, command.at);
      return [happened(command, 'ArticleSubmitted', { articleId })];
    case 'ReturnSubmission': {
      if (status === 'open') return [];
      const { note, reason } = command;
      const why = { ...(note !== undefined && { note }), ...(reason && { reason }) };
      return [happened(command, 'SubmissionReturned', { articleId, authorId, ...why })];
    }
    case 'ScheduleDraft':
      requireMayPublish(command.editorial);
      if (draft.publishAt === command.publishAt && draft.scheduledBy === personOf(command.actor)) return [];
      requireFewSteps(draft.stepped, command.at);
      return [happened(command, 'ArticleScheduled', { articleId, publishAt: command.publishAt })];
    case 'UnscheduleDraft':
      return status === 'scheduled' ? [happened(command, 'ArticleUnscheduled', { articleId })] : [];
    case 'DiscardDraft':
      requireOpenTo(draft, command.editorial);
      return [happened(command, 'DraftDiscarded', { articleId })];
  }
}

const personOf = (actor: Actor) => (actor.kind === 'person' ? actor.id : undefined);

/** Whoever may not see a draft is not told that it is there. @throws Rejection */
export function requireTheirs(
  authorId: string | undefined,
  { personId, isEditor }: Pick<Editorial, 'personId' | 'isEditor'>,
): void {
  if (!isEditor && personId !== authorId) throw notFound('DraftUnknown', 'draft');
}

/** What was reviewed is changed by editors alone, until its author takes it back. @throws Rejection */
function requireOpenTo({ status }: DraftState, { isEditor, publishing }: Editorial): void {
  if (status === 'open' || isEditor || publishing === 'everyone') return;
  throw conflict('DraftSubmitted', 'This draft is with the editors. Take it back to change it.');
}

const drafted = (command: Extract<DraftCommand, { type: 'SaveDraft' }>, authorId: string) =>
  happened(command, 'ArticleDrafted', { articleId: command.articleId, authorId, draft: command.draft });
