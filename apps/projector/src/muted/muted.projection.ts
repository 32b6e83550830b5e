import { type Mute, mutesSaid } from '#contracts/people/mute.commands.js';
import { erased } from '#contracts/personal.js';
import type { Projection } from '#projection/projection.js';
import type { MutedRow } from '#read-models/muted/muted.entity.js';
import { saveMuted } from '#read-models/muted/save-muted.js';

/** What people mute, from the users topic: each event says all of it. */
export const muted: Projection<MutedRow> = {
  name: 'muted',
  rowIds: (event) => (event.type === 'MutesChanged' ? [event.data.personId] : []),
  evolve: (_row, event) => {
    if (event.type !== 'MutesChanged' || event.data.mutes === erased) return undefined;
    const mutes = mutesSaid(event.data.mutes);
    const of = (kind: Mute['kind']) => mutes.filter((mute) => mute.kind === kind).map(({ key }) => key);
    return { personId: event.data.personId, people: of('person'), sources: of('source'), tags: of('tag') };
  },
  save: saveMuted,
};
