import { argon2, randomBytes, type Argon2Parameters } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify<'argon2id', Argon2Parameters, Buffer>(argon2);
const cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 };

/** The reference: what argon2id alone gives at the same cost, so many at a time. @returns hashes a second. */
export async function bareArgon2({ atOnce, seconds }: { atOnce: number; seconds: number }): Promise<number> {
  const begun = performance.now();
  const until = begun + seconds * 1_000;
  let hashes = 0;
  const hash = async () => {
    while (performance.now() < until) {
      await derive('argon2id', { ...cost, message: 'correct horse', nonce: randomBytes(16) });
      hashes += 1;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, hash));
  return hashes / ((performance.now() - begun) / 1_000);
}
