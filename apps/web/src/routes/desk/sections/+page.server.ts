import type { RequestEvent } from '@sveltejs/kit';
import { typedDays } from '#lib/closing-days.js';
import { field } from '#lib/field.js';
import { takeStep } from '#lib/server/desk/take-step.js';
import type { Section } from '#lib/server/site.js';
import type { Actions, PageServerLoad } from './$types.js';

type Listed = Section & { position: number; version: number; commentsCloseAfterDays: number | 'never' | null };

export const load: PageServerLoad = async ({ locals: { ask } }) => {
  const { body } = await ask<{ sections: Listed[] }>('/api/sections');
  return { sections: body.sections };
};

/** What is no number is left to the gateway to refuse, with its message. */
const positionIn = (data: FormData) => {
  const typed = field(data, 'position').trim();
  return typed === '' ? {} : { position: Number.isNaN(Number(typed)) ? typed : Number(typed) };
};

const send = (event: RequestEvent, data: FormData, sectionId: string | undefined) =>
  takeStep<{ section: Section }>(event, {
    step: sectionId === undefined ? 'open' : `change-${sectionId}`,
    data,
    path: sectionId === undefined ? '/api/sections' : `/api/sections/${encodeURIComponent(sectionId)}`,
    ...(sectionId !== undefined && { method: 'PATCH' as const }),
    body: {
      section: {
        ...{ name: field(data, 'name'), description: field(data, 'description'), ...positionIn(data) },
        commentsCloseAfterDays: typedDays(field(data, 'commentsCloseAfterDays')),
        ...(sectionId !== undefined && { isOpen: data.has('isOpen') }),
      },
    },
    said: (answer) => ({
      what: answer === undefined ? 'accepted' : sectionId === undefined ? 'sectionOpened' : 'sectionChanged',
      name: answer?.section.name ?? '',
      ...(answer && { to: `/sections/${encodeURIComponent(answer.section.slug)}` }),
    }),
  });

export const actions: Actions = {
  open: async (event) => send(event, await event.request.formData(), undefined),
  change: async (event) => {
    const data = await event.request.formData();
    return send(event, data, field(data, 'section'));
  },
};
