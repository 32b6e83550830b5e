import type { Projection } from '#projection/projection.js';
import { scrubComments } from '#read-models/comment-thread/scrub-comments.js';
import type { ErasedPersonRow } from '#read-models/erased-person/erased-person.entity.js';
import { scrubPersonHistory } from '#read-models/person-history/scrub-person-history.js';
import { saveErasedPeople } from '#read-models/erased-person/save-erased-people.js';

/** Who is erased, from the users topic; with it goes what they have written, which came by another topic. */
export const erasedPerson: Projection<ErasedPersonRow> = {
  name: 'erased-person',
  touches: (event) => (event.type === 'PersonErased' ? [event.data.personId] : []),
  evolve: (_row, _event, personId) => ({ personId }),
  save: async (client, rows) => {
    await saveErasedPeople(client, rows);
    const people = rows.map(({ personId }) => personId);
    await scrubComments(client, people);
    await scrubPersonHistory(client, people);
  },
};
