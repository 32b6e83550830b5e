import { expect, test } from '@jest/globals';
import { join } from 'node:path';
import { z } from 'zod';
import { eventSchemas } from '#contracts/events.js';
import { Sealed } from '#contracts/sealed.js';
import { eventsDoc } from './events-doc.js';
import { fieldRows } from './field-rows.js';

test('docs/events.md agrees with the contract; if not: npm run events-doc', async () => {
  const { now, wanted } = await eventsDoc(join(import.meta.dirname, '..', '..'));
  expect(now).toBe(wanted);
});

test('every event of the contract is in it', async () => {
  const { wanted } = await eventsDoc(join(import.meta.dirname, '..', '..'));
  expect(Object.keys(eventSchemas).filter((type) => !wanted.includes(`\n#### ${type}\n`))).toEqual([]);
});

test('a field has its type, whether it is sealed, and its meaning', () => {
  const schema = z.object({
    id: z.uuid(),
    author: z.object({ name: Sealed.describe('of the day'), email: Sealed.optional() }),
    parentId: z.int().nullable(),
    kind: z.enum(['one', 'two']),
    tags: z.array(z.string()).optional(),
  });
  expect(fieldRows(schema).map(({ field, type, meaning }) => [field, type, meaning])).toEqual([
    ['`id`', 'uuid', ''],
    ['`author`', 'object', ''],
    ['`author.name`', '**sealed** text', 'of the day'],
    ['`author.email`', '**sealed** text, optional', ''],
    ['`parentId`', 'integer or null', ''],
    ['`kind`', '`one`, `two`', ''],
    ['`tags`', 'list of string, optional', ''],
  ]);
});
