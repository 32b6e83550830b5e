import { describe, expect, test } from '@jest/globals';
import * as articles from '#contracts/articles/article.examples.js';
import * as comments from '#contracts/comments/comment.examples.js';
import { articleEvents, draftEvents, favoriteEvents } from '#contracts/articles/article.events.js';
import { commentEvents } from '#contracts/comments/comment.events.js';
import { visitEvents } from '#contracts/comments/visit.events.js';
import { eventSchemas, isKnownType, type DataOf } from '#contracts/events.js';
import * as people from '#contracts/people/person.examples.js';
import { sectionEvents } from '#contracts/sections/section.events.js';
import { thesaurusEvents } from '#contracts/thesaurus/thesaurus.events.js';
import { siteEvents } from '#contracts/site/site.events.js';
import type { ProjectionSet } from '#projection/projection.js';
import { topics } from '#contracts/topics.js';
import type { Type } from '@nestjs/common';
import { EXCEPTION_FILTERS_METADATA } from '@nestjs/common/constants.js';
import { MessageErrorFilter } from '#kafka/message-error.filter.js';
import { PATTERN_METADATA } from '@nestjs/microservices/constants.js';
import { recorded } from './recorded.js';

const topicOf = (type: string) => {
  const ofArticles = [articleEvents, draftEvents, favoriteEvents, sectionEvents, siteEvents, thesaurusEvents];
  if (ofArticles.some((events) => type in events)) return topics.articles.name;
  return type in commentEvents || type in visitEvents ? topics.comments.name : topics.users.name;
};
/** What the methods of a controller are `@EventPattern`s of. */
const patternsOf = ({ prototype }: Type<object>) =>
  Object.getOwnPropertyNames(prototype).flatMap((name) => {
    const patterns: unknown = Reflect.getMetadata(PATTERN_METADATA, (prototype as Record<string, object>)[name] ?? {});
    return Array.isArray(patterns) ? patterns.map(String) : [];
  });
const topicsOf = (types: object) => [...new Set(Object.keys(types).map(topicOf))];

const besideContract = Object.entries({ ...articles, ...comments, ...people }).map(
  ([name, data]): [string, unknown] => [name.charAt(0).toUpperCase() + name.slice(1), data],
);
const inContract = Object.entries(eventSchemas).flatMap(([type, schema]) =>
  ((schema.meta()?.['examples'] ?? []) as unknown[]).map((data): [string, unknown] => [type, data]),
);
const examples = [...besideContract, ...inContract].map(([type, data]) => {
  if (!isKnownType(type)) throw new Error(`${type} is not in the contract`);
  return recorded({
    ...{ type, stream: 'example-1', topic: 'users.events.v1', key: 'k' },
    data: () => data as DataOf<typeof type>,
  });
});

/** Checks that a set declares, for each type of its topics, what its projections do with it. */
export function handlingSuite(
  { group, handling, projections }: Pick<ProjectionSet, 'group' | 'handling' | 'projections'>,
  controller: Type<object>,
  types: object = eventSchemas,
) {
  describe(`${group} declares what it does with every type of event`, () => {
    test('each type of its topics, and no other', () => {
      expect(Object.keys(handling).sort()).toEqual(Object.keys(types).sort());
    });

    test('its controller has a handler of each topic that they are in, and of no other', () => {
      expect(patternsOf(controller).sort()).toEqual(topicsOf(types).sort());
      expect(Reflect.getMetadata(EXCEPTION_FILTERS_METADATA, controller)).toEqual([MessageErrorFilter]);
    });

    test.each(examples.filter(({ type }) => type in types))(
      '$type: “fold” if a projection uses it, else “ignore”',
      (event) => {
        const isTouched = projections.some((projection) => projection.rowIds(event).length > 0);
        expect(handling[event.type]).toBe(isTouched ? 'fold' : 'ignore');
      },
    );
  });
}
