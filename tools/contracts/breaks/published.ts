import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { ApiDocument } from './api-breaks.js';

const path = 'docs/openapi.json';

/** How many former versions of the document are compared. */
const lookedBack = 30;

const git = (root: string, ...args: string[]) =>
  execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 64e6, stdio: ['ignore', 'pipe', 'ignore'] });

/** The document in the last commits that changed it, the latest first; none without a history. */
export function publishedDocuments(root: string): ApiDocument[] {
  try {
    const commits = git(root, 'log', `-${lookedBack}`, '--diff-filter=AM', '--format=%H', '--', path).split('\n');
    return commits.filter(Boolean).map((commit) => JSON.parse(git(root, 'show', `${commit}:${path}`)) as ApiDocument);
  } catch {
    return [];
  }
}

const Breaks = z.array(z.strictObject({ break: z.string(), reason: z.string().min(20) }));

/** The intended breaks in docs/openapi-breaks.json. @throws Error for a break without a reason. */
export function namedBreaks(root: string): Set<string> {
  const named = Breaks.parse(JSON.parse(readFileSync(join(root, 'docs', 'openapi-breaks.json'), 'utf8')));
  return new Set(named.map((each) => each.break));
}
