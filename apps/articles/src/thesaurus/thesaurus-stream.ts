import type { StreamNow, StreamOf } from '#commands/stream-of.js';
import { topics } from '#contracts/topics.js';
import type { PoolClient } from 'pg';
import type { KnownThesaurus } from './known-thesaurus.js';
import type { Thesaurus } from './thesaurus.decider.js';

/** The one stream of the house thesaurus; what was read of it before is not read again. */
export const thesaurusStream = (known: KnownThesaurus): StreamOf<Thesaurus, StreamNow<Thesaurus>, PoolClient> => ({
  stream: 'thesaurus',
  topic: topics.articles.name,
  key: 'thesaurus',
  kept: {
    read: async (client) => {
      const state = await known.now(client);
      return { state, version: state.version };
    },
    keep: () => Promise.resolve(),
  },
});
