import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { roles, type Role } from './databases.js';
import { keyFiles, type KeyFile } from './services.js';
import type { Passwords } from './set-up-databases.js';

const random = (bytes: number) => randomBytes(bytes).toString('base64');

function newSigningKeys(): string {
  const key = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  return JSON.stringify({ keys: [{ ...key, kid: randomUUID(), alg: 'EdDSA', use: 'sig' }] });
}

/** The public keys of the signing keys. */
function verifyingOf(signing: string): string {
  const { keys } = JSON.parse(signing) as { keys: Record<string, unknown>[] };
  return JSON.stringify({ keys: keys.map(({ d: _private, ...key }) => key) });
}

/**
 * Creates the missing secrets in a folder, each in a file only its owner can read. Several processes may do so at once.
 * @returns the path of each.
 */
export function ensureInstallationKeys(folder: string): Record<KeyFile, string> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const ensure = (name: KeyFile, make: () => string) => ensureSecret(join(folder, name), make);
  ensure('keyring.json', () => JSON.stringify({ active: 'k1', keys: { k1: random(32) } }));
  for (const name of ['pseudonym-key', 'address-key', 'command-key'] as const) ensure(name, () => random(32));
  const signing = ensure('signing-keys.json', newSigningKeys);
  ensure('verifying-keys.json', () => verifyingOf(signing));
  return Object.fromEntries(keyFiles.map((name) => [name, join(folder, name)])) as Record<KeyFile, string>;
}

/** The password of each role, created if it is missing, in a file of its own: `<role>-password`. */
export const ensurePasswords = (folder: string): Passwords =>
  Object.fromEntries(roles.map((role) => [role, ensurePassword(folder, role)])) as Passwords;

/** A password of a role, of Postgres' superuser or of Redis; created if it is missing. */
export function ensurePassword(folder: string, whose: Role | 'postgres' | 'redis'): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return ensureSecret(join(folder, `${whose}-password`), () => randomBytes(18).toString('base64url')).trim();
}

export interface AdminFile {
  path: string;
  email: string;
  password: string;
  /** Whether this call created it. */
  isNew: boolean;
}

/** The admin's e-mail and password; created on the first start, in a file only its owner can read. */
export function ensureAdminFile(folder: string): AdminFile {
  const path = join(folder, 'admin.json');
  let isNew = false;
  const text = ensureSecret(path, () => {
    isNew = true;
    const admin = { email: 'admin@broadside.example', password: randomBytes(12).toString('base64url') };
    return `${JSON.stringify(admin, null, 2)}\n`;
  });
  const { email, password } = JSON.parse(text) as { email: string; password: string };
  return { path, email, password, isNew };
}

/**
 * The file's content. If the file is missing, it is created atomically; if another process is quicker, its content is
 * returned.
 */
function ensureSecret(file: string, make: () => string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const unfinished = `${file}.${randomUUID()}`;
  writeFileSync(unfinished, make(), { mode: 0o600 });
  try {
    linkSync(unfinished, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(unfinished);
  }
  return readFileSync(file, 'utf8');
}
