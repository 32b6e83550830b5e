import { redirect, type RequestEvent } from '@sveltejs/kit';
import { articleFields, articleOf, changesOf } from '#lib/desk/article-form.js';
import type { Said } from '#lib/desk/said.js';
import { datesFor } from '#lib/dates.js';
import { timeOfClock } from '#lib/desk/site-time.js';
import { field } from '#lib/field.js';
import { newsroomMessagesFor } from '#lib/messages/newsroom-messages-for.js';
import { Refusal } from '../gateway.js';
import { localPath } from '../local-path.js';
import { keepSaid } from './said.js';
import { draftPath, readSentArticle, saveDraft, type SentArticle } from './sent-article.js';
import { stepFailure, type StepFailure, takeStep } from './take-step.js';

/** Where one writes: the page of the editor. */
type Room = '/desk/publish' | '/write/draft';
const draftsOf: Record<Room, string> = { '/desk/publish': '/desk/drafts', '/write/draft': '/write' };

type Published = { article: { slug: string; title: string } };
type Drafted = { draft: { title: string } };

const pathOf = (slug: string) => `/articles/${encodeURIComponent(slug)}`;
const known = { fields: articleFields };

/** Saves what is in the editor as a draft. */
export async function saveArticle(event: RequestEvent, room: Room): Promise<StepFailure> {
  return afterSaving(event, await readSentArticle(event), ({ form, draft }) => {
    keepSaid(event.locals.cookies, { what: 'saved', name: form.title.trim(), to: draftsOf[room] });
    redirect(303, `${room}?draft=${draft}`);
  });
}

/** Publishes what is in the editor, or revises what is published. */
export async function publishArticle(event: RequestEvent, room: Room): Promise<StepFailure> {
  const sent = await readSentArticle(event);
  const { data, form, slug } = sent;
  if (slug !== '') return reviseArticle(event, room, sent);
  const said = (answer: Published | undefined): Said => ({
    what: answer ? 'published' : 'accepted',
    name: answer?.article.title ?? form.title,
    to: answer ? pathOf(answer.article.slug) : '',
  });
  if (sent.draft === '') {
    const article = { path: '/api/articles', body: { article: articleOf(form) } };
    return takeStep<Published>(event, { ...known, ...article, step: 'publish', data, said });
  }
  return afterSaving(event, sent, ({ draft }) => {
    const publishing = { step: 'publish-draft', path: `${draftPath(draft)}/publish` };
    return takeStep<Published>(event, { ...known, ...publishing, data, said, to: () => backOf(data, room) });
  });
}

async function reviseArticle(event: RequestEvent, room: Room, sent: SentArticle): Promise<StepFailure> {
  const { data, form, changed, slug } = sent;
  if (changed.length === 0) {
    keepSaid(event.locals.cookies, { what: 'unchanged', to: pathOf(slug) });
    redirect(303, `${room}?article=${encodeURIComponent(slug)}`);
  }
  const article = changesOf(form, changed);
  return takeStep<Published>(event, {
    ...{ ...known, step: 'revise', data, path: `/api${pathOf(slug)}`, method: 'PUT', body: { article } },
    said: (answer) => ({
      what: answer === undefined ? 'accepted' : answer.article.slug === slug ? 'revised' : 'moved',
      name: answer?.article.title ?? '',
      to: pathOf(answer?.article.slug ?? slug),
    }),
    to: (answer) => `${room}?article=${encodeURIComponent(answer?.article.slug ?? slug)}`,
  });
}

/** Has what is in the editor published at the time that the form says, by the clocks of the site's zone. */
export async function scheduleArticle(event: RequestEvent, room: Room): Promise<StepFailure> {
  const sent = await readSentArticle(event);
  const { data } = sent;
  const { site } = event.locals;
  const publishAt = timeOfClock(field(data, 'publishAt'), site.timeZone);
  if (publishAt === undefined) {
    const errors = { publishAt: [newsroomMessagesFor(site.language).notATime] };
    return stepFailure(event, { ...known, step: 'schedule', data }, new Refusal(422, { errors }));
  }
  return afterSaving(event, sent, ({ draft, form }) => {
    const scheduling = { step: `schedule-${publishAt}`, path: `${draftPath(draft)}/schedule`, method: 'PUT' as const };
    return takeStep<Drafted>(event, {
      ...{ ...known, ...scheduling, data, body: { draft: { publishAt } } },
      said: (answer) => ({
        what: answer ? 'scheduled' : 'accepted',
        name: `${datesFor(site).long(publishAt)}: “${form.title.trim()}”`,
        to: backOf(data, room),
      }),
      to: () => backOf(data, room),
    });
  });
}

/** Gives what is in the editor to the editors. */
export async function submitArticle(event: RequestEvent, room: Room): Promise<StepFailure> {
  return afterSaving(event, await readSentArticle(event), ({ data, draft, form }) =>
    takeStep<Drafted>(event, {
      ...{ ...known, step: 'submit', data, path: `${draftPath(draft)}/submit` },
      said: (answer) => ({ what: answer ? 'submitted' : 'accepted', name: form.title.trim(), to: draftsOf[room] }),
      to: () => draftsOf[room],
    }),
  );
}

/** The list that somebody came from. */
const backOf = (data: FormData, room: Room) => localPath(field(data, 'back') || draftsOf[room]);

async function afterSaving(
  event: RequestEvent,
  sent: SentArticle,
  next: (saved: SentArticle) => Promise<StepFailure> | never,
): Promise<StepFailure> {
  let draft: string;
  try {
    draft = await saveDraft(event, sent);
  } catch (error) {
    return stepFailure(event, { ...known, step: 'save', data: sent.data }, error);
  }
  return next({ ...sent, draft });
}
