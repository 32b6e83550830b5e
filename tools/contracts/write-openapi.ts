import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ApiDocument, apiBreaks } from './breaks/api-breaks.js';
import { namedBreaks, publishedDocuments } from './breaks/published.js';
import { openApiDoc } from './openapi-doc.js';

const root = join(import.meta.dirname, '..', '..', '..');
const { file, wanted } = await openApiDoc(root);
writeFileSync(file, wanted);

const now = JSON.parse(wanted) as ApiDocument;
const broken = new Set(publishedDocuments(root).flatMap((published) => apiBreaks(published, now)));
const named = namedBreaks(root);
const unnamed = [...broken].filter((each) => !named.has(each));
if (unnamed.length > 0) {
  console.error(
    `Breaks clients of the published API. What is meant goes into docs/openapi-breaks.json with its reason:`,
  );
  for (const each of unnamed) console.error(JSON.stringify({ break: each, reason: '' }));
  process.exitCode = 1;
}
