import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { codeVersion } from './code-version.js';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'broadside-code-'));
  mkdirSync(join(root, 'apps/gateway/src/comments'), { recursive: true });
  writeFileSync(join(root, 'apps/gateway/src/comments/present-comment.js'), 'one');
});
afterEach(() => rmSync(root, { recursive: true }));

test('an answer that an older version of the code stored is not used by this version', () => {
  const before = codeVersion(root, 'as-posted');
  expect(codeVersion(root, 'as-posted')).toBe(before);
  expect(codeVersion(root, 'current')).not.toBe(before);
  writeFileSync(join(root, 'apps/gateway/src/comments/present-comment.js'), 'two');
  expect(codeVersion(root, 'as-posted')).not.toBe(before);
});

test('the gateway’s code is found in the folder it runs from', () => {
  const here = join(import.meta.dirname, '..', '..', '..', '..');
  expect(codeVersion(here, '')).not.toBe(codeVersion(root, ''));
  expect(codeVersion(here, '')).toMatch(/^[\w-]{8}$/);
});
