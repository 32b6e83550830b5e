import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where each secret of an installation is kept. */
export interface InstallationKeyFiles {
  keyring: string;
  pseudonym: string;
  address: string;
  command: string;
  signing: string;
  verifying: string;
  gatewayPassword: string;
}

/** Makes the secrets that are missing, each in a file only its owner can read. */
export function ensureInstallationKeys(folder: string): InstallationKeyFiles {
  const files = {
    keyring: join(folder, 'keyring.json'),
    pseudonym: join(folder, 'pseudonym-key'),
    address: join(folder, 'address-key'),
    command: join(folder, 'command-key'),
    signing: join(folder, 'signing-keys.json'),
    verifying: join(folder, 'verifying-keys.json'),
    gatewayPassword: join(folder, 'gateway-password'),
  };
  const ensure = (file: string, make: () => string) => {
    if (!existsSync(file)) writeFileSync(file, make(), { mode: 0o600 });
  };
  ensure(files.keyring, () => JSON.stringify({ active: 'k1', keys: { k1: randomBytes(32).toString('base64') } }));
  ensure(files.pseudonym, () => randomBytes(32).toString('base64'));
  ensure(files.address, () => randomBytes(32).toString('base64'));
  ensure(files.command, () => randomBytes(32).toString('base64'));
  ensure(files.gatewayPassword, () => randomBytes(18).toString('base64url'));
  ensure(files.signing, () => {
    const { privateKey } = generateKeyPairSync('ed25519');
    return JSON.stringify({
      keys: [{ ...privateKey.export({ format: 'jwk' }), kid: randomUUID(), alg: 'EdDSA', use: 'sig' }],
    });
  });
  ensure(files.verifying, () => {
    const { keys } = JSON.parse(readFileSync(files.signing, 'utf8')) as { keys: Record<string, unknown>[] };
    return JSON.stringify({ keys: keys.map(({ d: _private, ...key }) => key) });
  });
  return files;
}

export interface AdminFile {
  path: string;
  email: string;
  password: string;
  /** Whether it was made just now. */
  isNew: boolean;
}

/** The admin's e-mail and password; made on the first start, kept in a file only its owner can read. */
export function ensureAdminFile(dataFolder: string): AdminFile {
  const path = join(dataFolder, 'admin.json');
  const isNew = !existsSync(path);
  if (isNew) {
    const admin = { email: 'admin@broadside.example', password: randomBytes(12).toString('base64url') };
    writeFileSync(path, `${JSON.stringify(admin, null, 2)}\n`, { mode: 0o600 });
  }
  const { email, password } = JSON.parse(readFileSync(path, 'utf8')) as { email: string; password: string };
  return { path, email, password, isNew };
}
