import { test } from '@jest/globals';
import type { EventOf } from '#contracts/events.js';
import { given } from '#decider/given-when-then.js';
import { visitDecider, type VisitThread } from './visit.decider.js';

const id = '0190a3c2-9c00-7000-8000-000000000001';
const articleId = '0190a3c2-8b11-7d52-8a44-0c1d2e3f4051';
const personId = '0190a3c2-7a4e-7c1b-9f0a-3d5e6f708192';
const [early, late, now] = ['2026-01-02T03:04:05.000Z', '2026-01-02T03:04:06.000Z', '2026-01-03T00:00:00.000Z'];
const actor = { kind: 'person', id: personId } as const;

const visit = (upTo: string, articleIsKnown = true): VisitThread => ({
  ...{ type: 'VisitThread', at: now, actor, ids: [id], articleId, personId, upTo, articleIsKnown },
});
const visited = (upTo: string): EventOf<'ThreadVisited'> => ({
  ...{ id, occurredAt: now, type: 'ThreadVisited', data: { articleId, personId, upTo, actor } },
});

test('a visit is noted, and a later one too', () => {
  given(visitDecider, [])
    .when(visit(early))
    .then([visited(early)]);
  given(visitDecider, [visited(early)])
    .when(visit(late))
    .then([visited(late)]);
});

test('a visit that is not later writes nothing: what was seen stays seen', () => {
  given(visitDecider, [visited(late)])
    .when(visit(late))
    .then([]);
  given(visitDecider, [visited(late)])
    .when(visit(early))
    .then([]);
});

test('nobody has seen what is to come: a later time is cut to now', () => {
  given(visitDecider, [])
    .when(visit('9999-12-31T23:59:59.999Z'))
    .then([visited(now)]);
  given(visitDecider, [visited(now)])
    .when(visit('2026-01-03T00:00:00.001Z'))
    .then([]);
});

test('there is nothing to see of an article that does not exist', () => {
  given(visitDecider, []).when(visit(early, false)).thenRejected('ArticleUnknown', 'not found');
});
