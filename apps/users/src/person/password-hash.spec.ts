import { expect, test } from '@jest/globals';
import { hashPassword, verifyPassword } from './password-hash.js';

test('only the same password matches a hash', async () => {
  const phc = await hashPassword('correct horse');
  expect(phc).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  await expect(verifyPassword('correct horse', phc)).resolves.toBe(true);
  await expect(verifyPassword('correct horsf', phc)).resolves.toBe(false);
});

test('two hashes of one password differ', async () => {
  expect(await hashPassword('x')).not.toBe(await hashPassword('x'));
});

test('the Unicode form of a password does not matter', async () => {
  await expect(verifyPassword('Cafe\u0301 noir', await hashPassword('Caf\u00e9 noir'))).resolves.toBe(true);
});
