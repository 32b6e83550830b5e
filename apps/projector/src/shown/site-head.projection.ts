import { erased } from '#contracts/personal.js';
import type { Projection } from '#projection/projection.js';
import { answers as all, type Answer } from '#read-models/shown/answer.js';
import { raiseSiteHeads } from '#read-models/shown/raise-site-heads.js';
import { shownChange } from './shown-changes.js';

/** A kind of answers, or a new person. */
interface Raised {
  id: string;
}

const isAnswer = (id: string): id is Answer => all.some((answer) => answer === id);

/** The version that all answers of a kind share, from all topics. */
export const siteHead: Projection<Raised> = {
  name: 'site-head',
  isShared: true,
  rowIds: (event) => {
    const { answers = [], ifErased = [], introduced } = shownChange(event);
    return [...new Set([...answers, ...ifErased, ...(introduced === undefined ? [] : [introduced])])];
  },
  evolve: (_row, event, id) => {
    const { answers = [] } = shownChange(event);
    const isChanged = !isAnswer(id) || answers.includes(id) || Object.values(event.data).includes(erased);
    return isChanged ? { id } : undefined;
  },
  save: async (client, rows) => {
    const ids = rows.map(({ id }) => id);
    const introduced = ids.filter((id) => !isAnswer(id));
    await raiseSiteHeads(client, ids.filter(isAnswer), introduced);
  },
};
