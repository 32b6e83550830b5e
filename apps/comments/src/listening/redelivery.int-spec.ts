import { articlePublished, commentsClosed } from '#contracts/articles/article.examples.js';
import { guestIntroduced, personErased } from '#contracts/people/person.examples.js';
import { projectionTables } from '#projection/projection.sql.js';
import { recorded } from '#testing/recorded.js';
import { redeliverySuite } from '#testing/redelivery.suite.js';
import { commentsTables } from '../comment/comments.sql.js';
import { listeningSet } from './listening.set.js';

const article = { stream: 'article-1', topic: 'articles.events.v1', key: articlePublished.articleId } as const;
const person = { stream: 'person-1', topic: 'users.events.v1', key: guestIntroduced.personId } as const;

redeliverySuite('what the comments service learns', {
  set: listeningSet,
  examples: {
    'known-article': [
      recorded({ ...article, type: 'ArticlePublished', data: () => articlePublished }),
      recorded({ ...article, version: 2, type: 'CommentsClosed', data: () => commentsClosed }),
    ],
    'known-person': [
      recorded({ ...person, type: 'GuestIntroduced', data: () => guestIntroduced }),
      recorded({ ...person, version: 2, type: 'PersonErased', data: () => personErased }),
    ],
  },
  createTables: async ({ pool }) => {
    await pool.query(`${commentsTables}${projectionTables('listening')}`);
  },
});
