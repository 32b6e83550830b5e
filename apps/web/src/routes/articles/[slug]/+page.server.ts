import { fail, redirect } from '@sveltejs/kit';
import type { Article, ThreadPage } from '#lib/answers.js';
import { typedDays } from '#lib/closing-days.js';
import { freshForm, sentForm } from '#lib/comment-form.js';
import { field } from '#lib/field.js';
import { messagesFor } from '#lib/messages/messages-for.js';
import { done } from '#lib/server/account-done.js';
import { isTooQuick } from '#lib/server/first-fetches.js';
import { withKey } from '#lib/server/form-keys.js';
import { formFailure } from '#lib/server/form-failure.js';
import { type Answer, type Ask, Moved, Refusal } from '#lib/server/gateway.js';
import { postComment, previewComment } from '#lib/server/post-comment.js';
import type { Preferences } from '#lib/server/preferences.js';
import { quietUntil } from '#lib/server/quiet-until.js';
import { keepFlash } from '#lib/server/flash.js';
import { noteVisit, visitedUpTo } from '#lib/server/visits.js';
import { readMeIfShown } from '#lib/server/visitor.js';
import { Unsent } from '#lib/unsent.js';
import type { Actions, PageServerLoad } from './$types.js';

/** Comments of a page. */
const commentsOnPage = 200;

const numberIn = (text: string | null) => (text !== null && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined);

const orders: Record<Preferences['view'], Record<Preferences['order'], string>> = {
  flat: { oldest: 'oldest', newest: 'newest' },
  tree: { oldest: 'tree', newest: 'newest-tree' },
};

export const load: PageServerLoad = async ({ params: { slug }, locals, url }) => {
  const { ask, cookies, preferences, flash, visitor } = locals;
  const query = url.searchParams;
  const reply = numberIn(query.get('reply'));
  const marked = numberIn(query.get('comment'));
  const path = `/articles/${encodeURIComponent(slug)}`;
  const place = placeIn({
    around: reply ?? marked,
    after: numberIn(query.get('after')),
    before: numberIn(query.get('before')),
  });
  const asked = new URLSearchParams({
    ...{ limit: String(commentsOnPage), parents: 'true', order: orders[preferences.view][preferences.order] },
    ...place,
  });
  const [{ body: answer }, thread, me] = await Promise.all([
    ask<{ article: Article }>(`/api${path}`),
    readThread(ask, `/api${path}/comments`, asked),
    readMeIfShown(visitor, ask),
  ]).catch((error: unknown) => {
    const present = error instanceof Moved ? /^\/api(\/articles\/[^/?]+)/.exec(error.location)?.[1] : undefined;
    if (present === undefined) throw error;
    redirect(301, present + url.search);
  });
  const { article } = answer;
  const seenUpTo = visitedUpTo(locals, me, article, thread.body);
  noteVisit(locals, me, article, thread.body);
  if (flash !== undefined) cookies.delete('flash');
  return {
    ...{ article, me, path, marked, reply, flash },
    isOriginal: query.get('view') === 'original',
    thread: new Unsent(thread.body),
    links: thread.links,
    isWhole: place.after === undefined && place.before === undefined && place.around === undefined,
    visitedUpTo: seenUpTo,
    levels: numberIn(query.get('levels')),
    form: freshForm(me),
    quietUntil: quietUntil(locals.site, new Date()),
  };
};

type Place = Record<string, string>;

const placeIn = (place: Record<string, number | undefined>): Place => {
  const given = Object.entries(place).find(([, id]) => id !== undefined);
  return given === undefined ? {} : { [given[0]]: String(given[1]) };
};

/** The page that contains a comment; the first one if the comment is gone. */
async function readThread(ask: Ask, path: string, asked: URLSearchParams): Promise<Answer<ThreadPage>> {
  try {
    return await ask<ThreadPage>(`${path}?${asked}`);
  } catch (error) {
    if (!(error instanceof Refusal) || error.status !== 422 || !asked.has('around')) throw error;
    asked.delete('around');
    return ask<ThreadPage>(`${path}?${asked}`);
  }
}

export const actions: Actions = {
  post: async (event) => {
    const { params, locals, request, url, getClientAddress } = event;
    const t = messagesFor(locals.site.language);
    const data = await request.formData();
    const values = sentForm(data);
    const failed = (status: number, message: string) => fail(status, { form: { values, errors: {}, message } });
    // A program that fills in every field, or faster than anybody types. It may be somebody's browser: nothing is lost.
    if (data.get('homepage2') || isTooQuick(getClientAddress(), params.slug)) return failed(422, t.tooQuick);
    if (values.body.trim() === '') {
      return fail(422, { form: { values, errors: { body: t.blank }, message: t.fieldsWrong } });
    }
    const parentId = numberIn(field(data, 'parent'));
    let answered;
    try {
      const { headers } = request;
      const sender = [getClientAddress(), headers.get('user-agent'), headers.get('cookie')];
      answered = await withKey([...sender, params.slug, parentId, values], (key) => {
        values.key ||= key;
        return postComment(event, { slug: params.slug, parentId, values });
      });
    } catch (error) {
      const { status, ...form } = formFailure(error, values, t);
      if (status >= 500) locals.unsent = { path: url.pathname, parentId, state: form };
      return fail(status, { form });
    }
    const { comment } = answered.body;
    const what = answered.status === 202 ? 'accepted' : comment?.held ? 'held' : 'posted';
    keepFlash(locals.cookies, {
      what,
      id: comment?.id ?? 0,
      consistency: what === 'accepted' ? undefined : answered.consistency,
    });
    const isShown = what === 'posted' && comment !== undefined;
    redirect(303, isShown ? `${url.pathname}?comment=${comment.id}#comment-${comment.id}` : `${url.pathname}#form`);
  },

  /** What is typed as it would be posted: for the page without scripts, and for the one that shows it as it is typed. */
  preview: async (event) => {
    const { locals, request, url } = event;
    const data = await request.formData();
    const values = sentForm(data);
    try {
      return { form: { values, errors: {}, preview: await previewComment(event, values.body) } };
    } catch (error) {
      const { status, ...form } = formFailure(error, values, messagesFor(locals.site.language));
      if (status >= 500) locals.unsent = { path: url.pathname, parentId: numberIn(field(data, 'parent')), state: form };
      return fail(status, { form });
    }
  },

  /** Of editors. */
  closing: async ({ locals, params, request, url }) => {
    const days = field(await request.formData(), 'days');
    const path = `/api/articles/${encodeURIComponent(params.slug)}/comments-closing`;
    try {
      const answer = await locals.ask(path, { method: 'PUT', body: { comments: { afterDays: typedDays(days) } } });
      done(locals, 'closing-set', { to: url.pathname, answer });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const [wrong = error.message] = Object.values(error.errors).flat();
      return fail(error.status, { closing: { days, wrong } });
    }
  },

  /** Pic-a-Nic: an invented name that is free, put into the form; all that was typed stays. */
  invent: async ({ locals, request }) => {
    const values = sentForm(await request.formData());
    const t = messagesFor(locals.site.language);
    try {
      const { body } = await locals.ask<{ nicks: string[] }>('/api/me/nicks/proposals');
      const nick = body.nicks.find((each) => each !== values.nick) ?? '';
      const isKnown = locals.visitor.kind === 'known' && locals.visitor.token !== undefined;
      return {
        form: { values: { ...values, ...(isKnown ? { nick, nic: 'pick' as const } : { name: nick }) }, errors: {} },
      };
    } catch (error) {
      const { status, ...form } = formFailure(error, values, t);
      return fail(status, { form });
    }
  },
};
