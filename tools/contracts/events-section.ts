import type { z } from 'zod';
import { articleEvents, draftEvents, favoriteEvents } from '#contracts/articles/article.events.js';
import { commentEvents } from '#contracts/comments/comment.events.js';
import { visitEvents } from '#contracts/comments/visit.events.js';
import type { EventType } from '#contracts/events.js';
import { followingEvents, personEvents } from '#contracts/people/person.events.js';
import { muteEvents } from '#contracts/people/mute.events.js';
import { addressRangeEvents } from '#contracts/people/sanction.events.js';
import { sectionEvents } from '#contracts/sections/section.events.js';
import { siteEvents } from '#contracts/site/site.events.js';
import { thesaurusEvents } from '#contracts/thesaurus/thesaurus.events.js';
import { topics, type Topic } from '#contracts/topics.js';
import { fieldRows } from './field-rows.js';

interface Group {
  topic: Topic;
  stream: string;
  /** Where it is not what most of the topic is keyed by. */
  keyedBy?: string;
  events: Partial<Record<EventType, z.ZodType>>;
}

const inOwnStream = Object.fromEntries(Object.entries(personEvents).filter(([type]) => !(type in followingEvents)));

const groups: Group[] = [
  { topic: topics.articles, stream: 'article-<article id>', events: { ...draftEvents, ...articleEvents } },
  { topic: topics.articles, stream: 'favorite-<article id>-<person id>', events: favoriteEvents },
  { topic: topics.articles, stream: 'section-<section id>', keyedBy: 'the section’s id', events: sectionEvents },
  { topic: topics.articles, stream: 'thesaurus', keyedBy: 'its name', events: thesaurusEvents },
  { topic: topics.articles, stream: 'site', keyedBy: 'its name', events: siteEvents },
  { topic: topics.comments, stream: 'comment-<number>', events: commentEvents },
  { topic: topics.comments, stream: 'visit-<article id>-<person id>', events: visitEvents },
  { topic: topics.users, stream: 'person-<person id>', events: inOwnStream },
  { topic: topics.users, stream: 'following-<person id>-<followed id>', events: followingEvents },
  { topic: topics.users, stream: 'mutes-<person id>', events: muteEvents },
  { topic: topics.users, stream: 'address-range-<range id>', events: addressRangeEvents },
];

/** Fields of every event's data, described once. */
const common = new Set(['`actor`', '`provenance`']);

/** The events by topic, each with its fields, as Markdown. */
export function eventsSection(): string {
  return groups.map(groupText).join('\n\n');
}

function groupText({ topic, stream, keyedBy, events }: Group): string {
  const key = keyedBy ?? `the ${topic.keyedBy}'s id`;
  const heading = `### \`${topic.name}\`\n\n${topic.partitions} partitions, keyed by ${key}. Stream: \`${stream}\`.`;
  const texts = Object.entries(events).map(([type, schema]) => eventText(type as EventType, schema));
  return [heading, ...texts].join('\n\n');
}

function eventText(type: EventType, schema: z.ZodType): string {
  const rows = fieldRows(schema).filter(({ field }) => !common.has(field) && !field.startsWith('`provenance.'));
  const lines = rows.map(({ field, type: kind, meaning }) => `| ${field} | ${kind} | ${meaning} |`);
  return [
    `#### ${type}\n\n${schema.description ?? ''}\n`,
    '| field | type | meaning |',
    '| --- | --- | --- |',
    ...lines,
  ].join('\n');
}
