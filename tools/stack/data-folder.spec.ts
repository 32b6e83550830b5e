import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { openDataFolder } from './data-folder.js';

let parent: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'broadside-data-'));
});
afterEach(() => rmSync(parent, { recursive: true }));

test('a folder is created once and opened again', () => {
  const path = join(parent, 'a', 'data');
  expect(openDataFolder(path).isNew).toBe(true);
  expect(openDataFolder(path)).toMatchObject({ isNew: false, path });
});

test('a folder of another version is named, with what to do', () => {
  openDataFolder(parent);
  writeFileSync(join(parent, 'VERSION'), '99\n');
  expect(() => openDataFolder(parent)).toThrow(/of version 99.*BROADSIDE_DATA/);
});

test('a control character in its name is named', () => {
  expect(() => openDataFolder(join(parent, 'a\nb'))).toThrow(/U\+000A.*BROADSIDE_DATA/);
  expect(() => openDataFolder(join(parent, 'a\u0085b'))).toThrow(/U\+0085/);
});

test('a file in its place is named', () => {
  const path = join(parent, 'file');
  writeFileSync(path, '');
  expect(() => openDataFolder(path)).toThrow(/file cannot be written.*BROADSIDE_DATA/);
});
