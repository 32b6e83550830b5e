import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { ensureAdminFile, ensureInstallationKeys, ensurePasswords } from './installation-keys.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadside-keys-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('secrets are created once, readable by their owner only', () => {
  const keys = ensureInstallationKeys(folder);
  const passwords = ensurePasswords(folder);
  const files = readdirSync(folder).map((name) => join(folder, name));
  expect(files).toHaveLength(Object.keys({ ...keys, ...passwords }).length);
  const contents = files.map((file) => readFileSync(file, 'utf8'));
  ensureInstallationKeys(folder);
  expect(ensurePasswords(folder)).toEqual(passwords);
  expect(readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))).toEqual(contents);
  expect(files.map((file) => statSync(file).mode & 0o077)).toEqual(files.map(() => 0));
  expect(new Set(contents).size).toBe(files.length);
  expect(readFileSync(keys['verifying-keys.json'], 'utf8')).not.toContain('"d"');
});

test('the admin is created once, readable by its owner only', () => {
  const admin = ensureAdminFile(folder);
  expect(admin.isNew).toBe(true);
  expect(ensureAdminFile(folder)).toEqual({ ...admin, isNew: false });
  expect(statSync(admin.path).mode & 0o077).toBe(0);
});
