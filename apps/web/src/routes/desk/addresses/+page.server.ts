import { fail, type RequestEvent } from '@sveltejs/kit';
import type { AddressRange } from '#lib/desk/answers.js';
import { field } from '#lib/field.js';
import { rangeMessagesFor } from '#lib/messages/range-messages-for.js';
import { offsetIn } from '#lib/server/desk/offset-in.js';
import { rangeReach } from '#lib/server/desk/range-reach.js';
import { takeStep, typedIn } from '#lib/server/desk/take-step.js';
import { untilOf } from '#lib/server/desk/until.js';
import type { Actions, PageServerLoad } from './$types.js';

/** Ranges of a page. */
const onPage = 50;

export const load: PageServerLoad = async ({ locals: { ask }, url }) => {
  const offset = offsetIn(url);
  type List = { addressRanges: AddressRange[]; addressRangesCount: number };
  const { body } = await ask<List>(`/api/address-ranges?limit=${onPage}&offset=${offset}`);
  const { addressRanges: ranges, addressRangesCount: count } = body;
  return { ranges, count, offset, onPage, now: new Date().toISOString() };
};

const why = (data: FormData) => {
  const [reason, note] = [field(data, 'reason'), field(data, 'note')];
  return { ...(reason !== '' && { reason }), ...(note.trim() !== '' && { note }) };
};

/** Asks once more about a range that has the moderator's own address in it, or overlaps with others that are judged. */
async function doubtAbout({ locals }: RequestEvent, data: FormData, range: string) {
  if (field(data, 'sure') === range) return undefined;
  // While the gateway is away the command says so.
  const reach = await rangeReach(locals.ask, range).catch(() => undefined);
  // Where one's own address is in it, anything but pre-moderation is refused anyway.
  const holdsYours = reach?.holdsYours === true && field(data, 'kind') === 'premoderate';
  if (reach === undefined || (!holdsYours && reach.addressRangesCount === 0)) return undefined;
  const t = rangeMessagesFor(locals.site.language);
  const others = reach.addressRanges.map((each) => each.range);
  const message = t.rangeDoubt(holdsYours, reach.addressRangesCount, others);
  return fail(409, { failed: { step: 'sanction', values: { ...typedIn(data), sure: range }, errors: {}, message } });
}

type Answered = { addressRange: AddressRange };

export const actions: Actions = {
  sanction: async (event) => {
    const data = await event.request.formData();
    const addressRange = {
      ...{ range: field(data, 'range').trim(), kind: field(data, 'kind') },
      ...{ until: untilOf(field(data, 'lasts')), ...why(data) },
    };
    const unsure = await doubtAbout(event, data, addressRange.range);
    if (unsure !== undefined) return unsure;
    return takeStep<Answered>(event, {
      ...{ step: 'sanction', data, path: '/api/address-ranges', body: { addressRange } },
      said: (answer) => ({ what: 'rangeSanctioned', name: answer?.addressRange.range ?? addressRange.range }),
    });
  },
  reinstate: async (event) => {
    const data = await event.request.formData();
    const id = field(data, 'id');
    return takeStep<Answered>(event, {
      ...{ step: `reinstate-${id}`, data, path: `/api/address-ranges/${encodeURIComponent(id)}` },
      ...{ method: 'DELETE', body: { addressRange: why(data) } },
      said: () => ({ what: 'rangeReinstated', name: field(data, 'range') }),
    });
  },
};
