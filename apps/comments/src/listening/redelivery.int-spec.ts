import {
  articlePublished,
  commentsClosed,
  commentsClosingSet,
  commentsReopened,
} from '#contracts/articles/article.examples.js';
import {
  addressRangeBanned,
  addressRangeReinstated,
  guestIntroduced,
  nickPicked,
  personBanned,
  personErased,
  profileChanged,
  roleGranted,
  sessionsEnded,
  userRegistered,
} from '#contracts/people/person.examples.js';
import { createTables } from '#testing/create-tables.js';
import { listeningTables } from '../comments.tables.js';
import { recorded } from '#testing/recorded.js';
import { redeliverySuite } from '#testing/redelivery.suite.js';
import { listeningSet } from './listening.set.js';

const article = { stream: 'article-1', topic: 'articles.events.v1', key: articlePublished.articleId } as const;
const { authorId: _author, commentsClosed: _closed, ...revised } = articlePublished;
const { actor } = articlePublished;
const sectionId = '0190a3c2-8b11-7d52-8a44-0c1d2e3f4071';
const opened = { sectionId, slug: 'a', name: 'A', description: '', position: 1, isOpen: true, actor };
const section = { stream: `section-${sectionId}`, topic: 'articles.events.v1', key: sectionId } as const;
const site = { stream: 'site', topic: 'articles.events.v1', key: 'site' } as const;
const person = { stream: 'person-1', topic: 'users.events.v1', key: guestIntroduced.personId } as const;
const range = { topic: 'users.events.v1', key: addressRangeBanned.rangeId } as const;
const renamed = { ...person, stream: 'person-2', key: '0190a3c2-7a4e-7c1b-9f0a-3d5e6f708193' };
const key = Buffer.alloc(32, 7);
const keyring = {
  createKeys: () => Promise.resolve(),
  keysOf: (ids: string[]) => Promise.resolve(new Map(ids.map((id) => [id, key]))),
  destroyKey: () => Promise.resolve(),
};

redeliverySuite('the comments service’s replicated data', {
  set: listeningSet(keyring),
  examples: {
    'known-article': [
      recorded({ ...article, type: 'ArticlePublished', data: () => articlePublished }),
      recorded({ ...article, version: 2, type: 'CommentsClosed', data: () => commentsClosed }),
      recorded({ ...article, version: 3, type: 'CommentsReopened', data: () => commentsReopened }),
      recorded({ ...article, version: 4, type: 'ArticleRevised', data: () => ({ ...revised, sectionId }) }),
      recorded({ ...article, version: 5, type: 'CommentsClosingSet', data: () => commentsClosingSet }),
    ],
    'known-section': [
      recorded({ ...section, type: 'SectionOpened', data: () => opened }),
      recorded({
        ...{ ...section, version: 2, type: 'SectionChanged' },
        data: () => ({ ...opened, commentsCloseAfterDays: 'never' as const }),
      }),
    ],
    'known-site': [
      recorded({ ...site, type: 'SiteDescribed', data: () => ({ quietFrom: '23:00', quietUntil: '06:00', actor }) }),
      recorded({
        ...{ ...site, version: 2, type: 'SiteDescribed' },
        data: () => ({ commentsCloseAfterDays: 7, quietFrom: null, timeZone: 'Europe/Vienna', actor }),
      }),
      recorded({ ...site, version: 3, type: 'SiteDescribed', data: () => ({ editMinutes: 5, actor }) }),
      recorded({ ...site, version: 4, type: 'SiteDescribed', data: () => ({ name: 'The Argument', actor }) }),
      recorded({ ...site, version: 5, type: 'SiteDescribed', data: () => ({ editMinutes: 0, actor }) }),
    ],
    'folded-stream': [
      recorded({ ...article, type: 'ArticlePublished', data: () => articlePublished }),
      recorded({ ...article, version: 2, type: 'CommentsClosed', data: () => commentsClosed }),
    ],
    'known-person': [
      recorded({ ...person, type: 'GuestIntroduced', data: () => guestIntroduced }),
      recorded({ ...renamed, type: 'UserRegistered', data: () => ({ ...userRegistered, personId: renamed.key }) }),
      recorded({
        ...renamed,
        version: 2,
        type: 'ProfileChanged',
        data: () => ({ ...profileChanged, personId: renamed.key }),
      }),
      recorded({ ...person, version: 2, type: 'NickPicked', data: () => nickPicked }),
      recorded({ ...person, version: 3, type: 'PersonBanned', data: () => personBanned }),
      recorded({
        ...renamed,
        version: 3,
        type: 'RoleGranted',
        data: () => ({ ...roleGranted, personId: renamed.key }),
      }),
      recorded({
        ...{ ...renamed, version: 4, type: 'SecondFactorSetUp' },
        data: () => ({ personId: renamed.key, actor: roleGranted.actor }),
      }),
      recorded({ ...person, version: 4, type: 'PersonErased', data: () => personErased }),
    ],
    'ended-session': [recorded({ ...person, type: 'SessionsEnded', data: () => sessionsEnded })],
    'known-address-range': [
      recorded({
        ...{ ...range, stream: 'address-range-1', type: 'AddressRangeBanned' },
        under: key,
        data: () => ({ ...addressRangeBanned, range: '203.0.113.0/24' }),
      }),
      recorded({
        ...{ ...range, stream: 'address-range-1', version: 2, type: 'AddressRangeReinstated' },
        data: () => addressRangeReinstated,
      }),
    ],
  },
  createTables: ({ pool }) => createTables(pool, listeningTables),
});
