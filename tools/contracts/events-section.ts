import type { z } from 'zod';
import { articleEvents } from '#contracts/articles/article.events.js';
import { commentEvents } from '#contracts/comments/comment.events.js';
import type { EventType } from '#contracts/events.js';
import { followingEvents, personEvents } from '#contracts/people/person.events.js';
import { addressRangeEvents } from '#contracts/people/sanction.events.js';
import { topics, type Topic } from '#contracts/topics.js';
import { fieldRows } from './field-rows.js';

interface Group {
  topic: Topic;
  stream: string;
  events: Partial<Record<EventType, z.ZodType>>;
}

const inOwnStream = Object.fromEntries(Object.entries(personEvents).filter(([type]) => !(type in followingEvents)));

const groups: Group[] = [
  { topic: topics.articles, stream: 'article-<article id>', events: articleEvents },
  { topic: topics.comments, stream: 'comment-<number>', events: commentEvents },
  { topic: topics.users, stream: 'person-<person id>', events: inOwnStream },
  { topic: topics.users, stream: 'following-<person id>-<followed id>', events: followingEvents },
  { topic: topics.users, stream: 'address-range-<range id>', events: addressRangeEvents },
];

/** An event without a sentence does not compile. */
const sentences: Record<EventType, string> = {
  ArticlePublished: 'An article is on the site; the first event of its stream.',
  CommentsClosed: 'From now on the article takes no comments.',
  CommentsReopened: 'The article takes comments again.',
  CommentPosted: 'A comment stands under an article; the first event of its stream.',
  CommentApproved: 'A moderator has seen the comment; from now on it is shown.',
  GuestIntroduced: 'Somebody without an account has said who they are; the first event of their stream.',
  UserRegistered: 'Somebody has an account; the first event of their stream.',
  ProfileChanged: 'Somebody has changed what is told of them: what is left out stays, null empties.',
  PasswordChanged: 'An account has another password; neither it nor its hash is told.',
  PersonFollowed:
    'An account follows another from now on. Older ones stand in the stream of who follows, `person-<person id>`; once the ' +
    'pair has a stream, only that counts.',
  PersonUnfollowed: 'An account follows another no more; as above, older ones stand in `person-<person id>`.',
  SessionsEnded: 'Somebody is signed out of these sessions: their tokens are good no more.',
  GuestLinked: 'What the guest did is the account’s from now on: comments, nicks and count.',
  GuestUnlinked: 'A moderator has undone it: guest and account are each who they were.',
  NickPicked: 'Somebody comments under this name from now on.',
  OriginalNickRestored: 'Somebody comments under the name they came with again.',
  RoleGranted: 'An account may do what this role may.',
  RoleRevoked: 'An account may do so no more.',
  PersonWarned: 'A moderator has told somebody something; nothing is forbidden to them.',
  PersonSuspended: 'Until then somebody may read, and nothing else.',
  PersonBanned: 'Somebody may read, and nothing else.',
  PersonPremoderated: 'What somebody writes is held from now on, until a moderator has seen it.',
  PersonReinstated: 'Suspension, ban and pre-moderation of a person are lifted.',
  AddressRangeSuspended: 'Until then nobody who comes from these addresses may do more than read.',
  AddressRangeBanned: 'Nobody who comes from these addresses may do more than read.',
  AddressRangePremoderated: 'What comes from these addresses is held, until a moderator has seen it.',
  AddressRangeReinstated: 'Whatever was said against these addresses is lifted.',
  ErasureRequested: 'The person will be erased at `dueAt`, unless that is cancelled before.',
  ErasureCancelled: 'The person stays.',
  PersonErased: 'The key of this person is destroyed: what is sealed under it can be read by nobody any more.',
};

/** In every event's data, and told once. */
const common = new Set(['`actor`', '`provenance`']);

/** The events by topic, each with its fields, as Markdown. */
export function eventsSection(): string {
  return groups.map(groupText).join('\n\n');
}

function groupText({ topic, stream, events }: Group): string {
  const heading = `### \`${topic.name}\`\n\n${topic.partitions} partitions, keyed by the ${topic.keyedBy}'s id. Stream: \`${stream}\`.`;
  const texts = Object.entries(events).map(([type, schema]) => eventText(type as EventType, schema));
  return [heading, ...texts].join('\n\n');
}

function eventText(type: EventType, schema: z.ZodType): string {
  const rows = fieldRows(schema).filter(({ field }) => !common.has(field) && !field.startsWith('`provenance.'));
  const lines = rows.map(({ field, type: kind, meaning }) => `| ${field} | ${kind} | ${meaning} |`);
  return [`#### ${type}\n\n${sentences[type]}\n`, '| field | type | meaning |', '| --- | --- | --- |', ...lines].join(
    '\n',
  );
}
