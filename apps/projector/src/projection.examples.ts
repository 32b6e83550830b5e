import { articlePublished, commentsClosed } from '#contracts/articles/article.examples.js';
import type { BroadsideEvent, DataOf } from '#contracts/events.js';
import {
  erasureCancelled,
  erasureRequested,
  guestIntroduced,
  guestLinked,
  nickPicked,
  originalNickRestored,
  passwordChanged,
  personBanned,
  personErased,
  personFollowed,
  personUnfollowed,
  personReinstated,
  profileChanged,
  roleGranted,
  sessionsEnded,
  userRegistered,
} from '#contracts/people/person.examples.js';
import type { PersonKey } from '#keyring/keyring.js';
import { recorded } from '#testing/recorded.js';
import { home, office, ranges } from './address-range/address-range.examples.js';
import { articles, favorites } from './article-page/article.examples.js';
import { drafts } from './draft/draft.examples.js';
import { mutes } from './muted/mutes.examples.js';
import { sections } from './section/section.examples.js';
import { entries } from './thesaurus-entry/thesaurus.examples.js';
import { changedComments, comments as someComments, grace } from './comment-thread/comment.examples.js';

const article = articlePublished.articleId;
const ada = guestIntroduced.personId;
const gone = '0190a3c2-7a4e-7c1b-9f0a-3d5e6f708194';

/** All people of the examples, and everything else that has a key. */
export const people = [ada, grace, gone, home, office];

function changes(key: PersonKey): BroadsideEvent[] {
  const about = { stream: `person-${grace}`, topic: 'users.events.v1', key: grace } as const;
  return [
    recorded({
      under: key,
      ...{ ...about, version: 3, type: 'ProfileChanged' },
      data: () => ({
        ...profileChanged,
        personId: grace,
        username: 'Grace H',
        bio: 'Of bugs',
        image: null,
      }),
    }),
    recorded({
      under: key,
      ...about,
      version: 4,
      type: 'PasswordChanged',
      data: () => ({ ...passwordChanged, personId: grace }),
    }),
    recorded({
      under: key,
      ...{ ...about, version: 5, type: 'ProfileChanged' },
      data: () => ({
        ...{ personId: grace, actor: profileChanged.actor },
        email: 'hopper@example.org',
        image: 'grace.png',
        bio: null,
      }),
    }),
  ];
}

function descriptions(): BroadsideEvent[] {
  const about = { stream: 'site', topic: 'articles.events.v1', key: 'site', type: 'SiteDescribed' } as const;
  const { actor } = commentsClosed;
  const said: DataOf<'SiteDescribed'>[] = [
    { name: 'The Argument', rules: 'Be *kind*', actor },
    { motto: '', imprint: 'Ada, Harbour Road 1', privacy: 'No cookies', actor },
    { name: 'The Harbour Argument', imprint: null, actor },
  ];
  return said.map((data, at) => recorded({ ...about, version: at + 1, data: () => data }));
}

function visits(): BroadsideEvent[] {
  const about = { topic: 'comments.events.v1', key: article, type: 'ThreadVisited' } as const;
  const by = (personId: string, upTo: string, version = 1) =>
    recorded({
      ...{ ...about, stream: `visit-${article}-${personId}`, version },
      data: () => ({ articleId: article, personId, upTo, actor: { kind: 'person', id: personId } }),
    });
  const [early, late] = ['2026-01-02T03:04:05.000Z', '2026-01-03T03:04:05.000Z'];
  return [by(grace, early), by(ada, late), by(grace, late, 2)];
}

function introductions(key: PersonKey): BroadsideEvent[] {
  const about = (personId: string) =>
    ({ stream: `person-${personId}`, topic: 'users.events.v1', key: personId }) as const;
  const guest = (personId: string, name: string) =>
    recorded({
      under: key,
      ...{ ...about(personId), type: 'GuestIntroduced' },
      data: () => ({
        ...guestIntroduced,
        personId,
        name: name,
        website: 'https://ada.example/',
      }),
    });
  return [
    guest(ada, 'Ada'),
    recorded({
      under: key,
      ...{ ...about(grace), type: 'UserRegistered' },
      data: () => ({
        ...userRegistered,
        personId: grace,
        username: 'grace',
        email: 'grace@example.org',
      }),
    }),
    recorded({ under: key, ...about(ada), version: 2, type: 'ErasureRequested', data: () => erasureRequested }),
    recorded({ under: key, ...about(ada), version: 3, type: 'ErasureCancelled', data: () => erasureCancelled }),
    guest(gone, 'Gone'),
    recorded({
      under: key,
      ...about(gone),
      version: 2,
      type: 'ErasureRequested',
      data: () => ({ ...erasureRequested, personId: gone }),
    }),
    recorded({
      under: key,
      ...about(grace),
      version: 2,
      type: 'ErasureRequested',
      data: () => ({ ...erasureRequested, personId: grace }),
    }),
    ...changes(key),
    recorded({
      under: key,
      ...about(gone),
      version: 3,
      type: 'PersonErased',
      data: () => ({ ...personErased, personId: gone }),
    }),
  ];
}

function followings(): BroadsideEvent[] {
  const about = { stream: `person-${ada}`, topic: 'users.events.v1', key: ada } as const;
  const pair = (followedId: string) => ({ ...about, stream: `following-${ada}-${followedId}` });
  const followed = (followedId: string) => () => ({ ...personFollowed, personId: ada, followedId });
  return [
    recorded({ ...about, type: 'PersonFollowed', data: followed(grace) }),
    recorded({ ...about, version: 2, type: 'PersonFollowed', data: followed(gone) }),
    recorded({
      ...{ ...pair(grace), type: 'PersonUnfollowed' },
      data: () => ({ ...personUnfollowed, personId: ada, followedId: grace }),
    }),
    recorded({ ...pair(grace), version: 2, type: 'PersonFollowed', data: followed(grace) }),
  ];
}

function endings(): BroadsideEvent[] {
  const about = { stream: `person-${ada}`, topic: 'users.events.v1', key: ada } as const;
  const [one] = sessionsEnded.sessionIds;
  const two = '0190a3c2-7a4e-7c1b-9f0a-3d5e6f7081ab';
  return [
    recorded({ ...about, type: 'SessionsEnded', data: () => sessionsEnded }),
    recorded({
      ...{ ...about, version: 2, type: 'SessionsEnded' },
      data: () => ({ ...sessionsEnded, sessionIds: [two, one ?? two] }),
    }),
  ];
}

function nicks(key: PersonKey): BroadsideEvent[] {
  const about = { stream: `person-${ada}`, topic: 'users.events.v1', key: ada } as const;
  const [introduced] = introductions(key);
  return [
    ...(introduced ? [introduced] : []),
    recorded({
      under: key,
      ...{ ...about, version: 2, type: 'NickPicked' },
      data: () => ({ ...nickPicked, nick: 'Bramblor 417 Ada' }),
    }),
    recorded({ under: key, ...about, version: 3, type: 'OriginalNickRestored', data: () => originalNickRestored }),
    recorded({
      under: key,
      ...{ ...about, version: 4, type: 'ProfileChanged' },
      data: () => ({ personId: ada, actor: nickPicked.actor, username: 'Ada L' }),
    }),
  ];
}

function judgements(key: PersonKey): BroadsideEvent[] {
  const about = { stream: `person-${ada}`, topic: 'users.events.v1', key: ada } as const;
  const lost = { personId: ada, actor: roleGranted.actor, reason: 'Ada lost her phone' };
  return [
    recorded({
      under: key,
      ...{ ...about, type: 'PersonBanned' },
      data: () => ({ ...personBanned, note: 'Ada of all people' }),
    }),
    recorded({ under: key, ...about, version: 2, type: 'PersonReinstated', data: () => personReinstated }),
    recorded({
      under: key,
      ...{ ...about, version: 3, type: 'RoleGranted' },
      data: () => ({ ...roleGranted, personId: ada, reason: 'Ada is kind' }),
    }),
    recorded({ under: key, ...about, version: 4, type: 'GuestLinked', data: () => guestLinked }),
    recorded({ under: key, ...about, version: 5, type: 'SecondFactorRemoved', data: () => lost }),
  ];
}

const comments = (key: PersonKey) => [...someComments(key), ...changedComments(key)];

/** For each projection, by name, events that make rows of it. The seals of all people are under one key. */
export const examples = (key: PersonKey): Record<string, BroadsideEvent[]> => ({
  'article-page': articles(),
  'article-slug': articles(),
  'article-tag': articles(),
  'former-path': articles(),
  'withdrawn-article': articles(),
  section: sections(),
  favorite: favorites([ada, grace, gone]),
  'folded-stream': articles(),
  draft: drafts(key, [grace, gone]),
  'comment-state': comments(key),
  'comment-shown': comments(key),
  'comment-text': comments(key),
  'comment-count': comments(key),
  commenter: introductions(key),
  'comments-by-person': comments(key),
  'nick-history': nicks(key),
  'person-history': judgements(key),
  'erased-person': introductions(key),
  following: followings(),
  muted: mutes(key, [ada, grace, gone]),
  'ended-session': endings(),
  'address-range': ranges(key),
  'site-identity': descriptions(),
  'thesaurus-entry': entries(),
  'thread-visit': visits(),
  'article-activity': articles(),
  'search-document': [...articles(), ...comments(key)],
  'site-head': introductions(key),
});
