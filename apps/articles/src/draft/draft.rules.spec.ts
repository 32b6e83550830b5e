import { test } from '@jest/globals';
import type { DataOf } from '#contracts/events.js';
import { given } from '#decider/given-when-then.js';
import { articleDecider } from '../article/article.decider.js';
import { maxBytesOfDraft, maxDraftSteps, maxDraftStepsADay } from '../article/how-often.rules.js';

const articleId = '0190a3c2-8b11-7d52-8a44-0c1d2e3f4051';
const authorId = '0190a3c2-7a4e-7c1b-9f0a-3d5e6f708192';
const [id, at, before] = [articleId, '2026-01-02T03:04:05.000Z', '2026-01-01T03:04:05.000Z'];
const actor = { kind: 'person', id: authorId } as const;
const publishAt = '2999-01-02T03:04:05.000Z';
const told = <Type extends 'ArticleSubmitted' | 'SubmissionReturned' | 'ArticleScheduled' | 'ArticleDrafted'>(
  type: Type,
  more: object = {},
  occurredAt = at,
) => ({ id, occurredAt, type, data: { articleId, actor, ...more } as unknown as DataOf<Type> }) as const;

const drafted = (draft = '{}', when = at) => told('ArticleDrafted', { authorId, draft }, when);
const submitted = (when = at) => told('ArticleSubmitted', {}, when);
const returned = (when = at) => told('SubmissionReturned', { authorId }, when);
const scheduled = (time = publishAt) => told('ArticleScheduled', { publishAt: time });
const editorial = { personId: authorId, isEditor: true, isContributor: false, publishing: 'editors' } as const;
const by = { at, actor, ids: [id], articleId, editorial };
const [submit, schedule] = [
  { ...by, type: 'SubmitDraft' } as const,
  { ...by, type: 'ScheduleDraft', publishAt } as const,
];
const save = { ...by, type: 'SaveDraft', draft: '{}', isNew: false } as const;
const inTurn = (times: number, when = at) =>
  Array.from({ length: times }, () => [submitted(when), returned(when)]).flat();

test('submitting and giving back in turn does not make the stream of a draft grow without end', () => {
  for (const command of [submit, schedule]) {
    given(articleDecider, [drafted(), ...inTurn(maxDraftStepsADay)])
      .when(command)
      .thenRejected('SteppedTooOften', 'too often');
    given(articleDecider, [drafted(), ...inTurn(maxDraftSteps, before)])
      .when(command)
      .thenRejected('SteppedTooOften', 'conflict');
  }
  given(articleDecider, [drafted(), ...inTurn(maxDraftStepsADay, before)])
    .when(submit)
    .then([submitted()]);
});

test('nor does scheduling it again and again', () => {
  given(articleDecider, [drafted(), scheduled()]).when(schedule).then([]);
  const often = Array.from({ length: maxDraftStepsADay }, (_, day) => scheduled(`2998-01-02T03:04:05.0${10 + day}Z`));
  given(articleDecider, [drafted(), ...often])
    .when(schedule)
    .thenRejected('SteppedTooOften', 'too often');
  given(articleDecider, [drafted(), scheduled(), returned()]).when(schedule).then([scheduled()]);
});

test('another editor takes over a schedule, at the same time too', () => {
  const other = { kind: 'person', id: '0190a3c2-7a4e-7c1b-9f0a-3d5e6f708193' } as const;
  given(articleDecider, [drafted(), scheduled()])
    .when({ ...schedule, actor: other })
    .then([told('ArticleScheduled', { publishAt, actor: other })]);
  given(articleDecider, [drafted(), scheduled(), told('ArticleScheduled', { publishAt, actor: other })])
    .when({ ...schedule, actor: other })
    .then([]);
});

test('it can always be given back, and discarded', () => {
  const often = [drafted(), ...inTurn(maxDraftStepsADay).slice(0, -1)];
  given(articleDecider, often)
    .when({ ...by, type: 'ReturnSubmission' })
    .then([returned()]);
  given(articleDecider, often)
    .when({ ...by, type: 'DiscardDraft' })
    .then([{ ...submitted(), type: 'DraftDiscarded' }]);
});

test('long texts do not make the stream of a draft longer than a decision may read', () => {
  const long = drafted('x'.repeat(maxBytesOfDraft / 4));
  given(articleDecider, [drafted(), long, long, long]).when(save).then([drafted()]);
  given(articleDecider, [drafted(), long, long, long, long]).when(save).thenRejected('DraftTooLong', 'conflict');
});
