import { beforeAll, expect, test } from '@jest/globals';
import { join } from 'node:path';
import { type ApiDocument, apiBreaks } from './breaks/api-breaks.js';
import { namedBreaks, publishedDocuments } from './breaks/published.js';
import { openApiDoc } from './openapi-doc.js';

const root = join(import.meta.dirname, '..', '..');
// Without a git history there is nothing to compare with.
const published = publishedDocuments(root);

let doc: Awaited<ReturnType<typeof openApiDoc>>;
beforeAll(async () => {
  doc = await openApiDoc(root);
});

test('docs/openapi.json agrees with the gateway; if not: npm run openapi', () => {
  expect(doc.now).toBe(doc.wanted);
});

(published.length > 0 ? test : test.skip)(
  'nothing breaks clients of a published docs/openapi.json, but what docs/openapi-breaks.json names with its reason',
  () => {
    const now = JSON.parse(doc.wanted) as ApiDocument;
    const broken = new Set(published.flatMap((before) => apiBreaks(before, now)));
    const named = namedBreaks(root);
    expect([...broken].filter((each) => !named.has(each))).toEqual([]);
  },
);
