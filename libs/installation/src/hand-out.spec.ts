import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { handOut } from './hand-out.js';
import { ensureAdminFile, ensureInstallationKeys, ensurePasswords } from './installation-keys.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadside-handed-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function handOutAll() {
  const keys = ensureInstallationKeys(join(folder, 'keys'));
  const passwords = ensurePasswords(join(folder, 'keys'));
  const { path: adminFile } = ensureAdminFile(join(folder, 'keys'));
  const server = 'postgresql://postgres:secret@postgres:5432/postgres';
  const redis = { host: 'redis:6379', password: 'of redis' };
  handOut({
    folder: join(folder, 'handed'),
    keys,
    passwords,
    adminFile,
    server,
    mode: 0o440,
    redis,
    superuserPassword: 'secret',
  });
  return passwords;
}

test('each service gets its own secrets, and none of another', () => {
  const passwords = handOutAll();
  const given = (service: string) => readdirSync(join(folder, 'handed', service)).sort();
  const commands = ['command-key', 'database-url', 'keyring-database-url', 'keyring.json', 'pseudonym-key'];
  expect(Object.fromEntries(readdirSync(join(folder, 'handed')).map((service) => [service, given(service)]))).toEqual({
    users: ['admin.json', ...commands, 'redis-url', 'signing-keys.json', 'verifying-keys.json'],
    articles: [...commands, 'verifying-keys.json'],
    comments: [...commands, 'verifying-keys.json'],
    projector: ['keyring-database-url', 'keyring.json', 'read-database-url'],
    gateway: ['address-key', 'command-key', 'read-database-url', 'redis-url', 'verifying-keys.json'],
    postgres: ['password'],
    redis: ['redis.conf'],
  });
  const url = readFileSync(join(folder, 'handed/comments/keyring-database-url'), 'utf8');
  expect(url).toBe(`postgresql://broadside_comments:${passwords.comments}@postgres:5432/broadside_keyring`);
});

test('a repetition replaces the files, group-readable on request', () => {
  handOutAll();
  handOutAll();
  const file = join(folder, 'handed/users/signing-keys.json');
  expect(statSync(file).mode & 0o777).toBe(0o440);
});
