import { expect, test } from '@jest/globals';
import type { ProgressWaiter } from '#projection/wait-for-versions.js';
import type { Caller, TokenVerifier } from '#service/tokens.js';
import { HeardCallers } from './heard-callers.js';

const guest: Caller = { personId: 'g', kind: 'guest', roles: [], sessionId: 'g', sanctions: {} };
const request = { url: '', headers: { authorization: 'Token x', 'consistency-token': 'person-g:3' } };

/** Callers by what was done in which order. */
function hearing({ isHeard, caller = guest }: { isHeard: boolean; caller?: Caller }) {
  const done: string[] = [];
  const tokens = {
    identify: () => Promise.resolve(caller),
    verify: () => Promise.resolve(caller).finally(() => done.push('verified')),
  } as unknown as TokenVerifier;
  const waitFor = (versions: object) => Promise.resolve(isHeard).finally(() => done.push(JSON.stringify(versions)));
  const callers = new HeardCallers(tokens, { waitFor } as unknown as ProgressWaiter);
  const lookUp = () => Promise.resolve('found').finally(() => done.push('looked up'));
  return { done, decide: (command: string) => callers.withLookUp(request, command, lookUp) };
}

test('nothing is decided before what the gateway saw has been heard of', async () => {
  const { done, decide } = hearing({ isHeard: true });
  await expect(decide('post-comment')).resolves.toEqual([guest, 'found']);
  expect(done[0]).toBe('{"person-g":3}');
  expect(done.slice(1).sort()).toEqual(['looked up', 'verified']);
});

test('where it is not heard of in time the command is refused as 503, and nothing is looked up', async () => {
  const { done, decide } = hearing({ isHeard: false });
  await expect(decide('post-comment')).rejects.toMatchObject({ status: 503 });
  expect(done).toEqual(['{"person-g":3}']);
});

test('the service asks the policy itself, whatever the gateway let pass', async () => {
  const ban = { ban: { reason: 'spam' as const, until: null } };
  await expect(hearing({ isHeard: true }).decide('publish-article')).rejects.toMatchObject({ status: 403 });
  const banned = hearing({ isHeard: true, caller: { ...guest, sanctions: ban } });
  await expect(banned.decide('post-comment')).rejects.toMatchObject({ status: 403 });
});
