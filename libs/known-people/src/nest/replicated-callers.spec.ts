import { expect, test } from '@jest/globals';
import type { ProgressWaiter } from '#projection/wait-for-versions.js';
import type { Caller } from '#identity/caller.js';
import type { TokenVerifier } from '#identity/tokens.js';
import type { Sanctions } from '#contracts/people/standing.js';
import type { CommandName } from '#policy/policy.js';
import type { ReplicatedAddresses } from '../replicated-addresses.js';
import { ReplicatedCallers } from './replicated-callers.js';

const guest: Caller = { personId: 'g', kind: 'guest', roles: [], sessionId: 'g', sanctions: {} };
const request = {
  url: '',
  headers: { authorization: 'Token x', 'consistency-token': 'person-g:3', 'x-client-address': '203.0.113.7' },
};

/** Callers whose look-ups note the order in which they run. */
function hearing({
  isReplicated,
  caller = guest,
  ranges = [],
}: {
  isReplicated: boolean;
  caller?: Caller;
  ranges?: Sanctions[];
}) {
  const done: string[] = [];
  const tokens = {
    identify: () => Promise.resolve(caller),
    verify: () => Promise.resolve(caller).finally(() => done.push('verified')),
  } as unknown as TokenVerifier;
  const waitFor = (versions: object) =>
    Promise.resolve(isReplicated).finally(() => done.push(JSON.stringify(versions)));
  const asked: unknown[] = [];
  const addresses = {
    find: (address: unknown) => Promise.resolve(ranges).finally(() => asked.push(address)),
  } as unknown as ReplicatedAddresses;
  const callers = new ReplicatedCallers(tokens, { waitFor } as unknown as ProgressWaiter, addresses);
  const lookUp = () => Promise.resolve('found').finally(() => done.push('looked up'));
  const decide = (command: CommandName) => callers.of(request, command, lookUp, true);
  const callerOf = async (command: CommandName) => (await callers.of(request, command, lookUp))[0];
  return { done, asked, decide, callerOf };
}

test('nothing is decided before the versions that the gateway saw have arrived', async () => {
  const { done, decide } = hearing({ isReplicated: true });
  await expect(decide('post-comment')).resolves.toEqual([guest, 'found']);
  expect(done[0]).toBe('{"person-g":3}');
  expect(done.slice(1).sort()).toEqual(['looked up', 'verified']);
});

test('if they do not arrive in time the command is refused with 503, and nothing is looked up', async () => {
  const { done, decide } = hearing({ isReplicated: false });
  await expect(decide('post-comment')).rejects.toMatchObject({ status: 503 });
  expect(done).toEqual(['{"person-g":3}']);
});

test('the service checks the policy itself, whatever the gateway permitted', async () => {
  const ban = { ban: { reason: 'spam' as const, until: null } };
  await expect(hearing({ isReplicated: true }).decide('publish-article')).rejects.toMatchObject({ status: 403 });
  const banned = hearing({ isReplicated: true, caller: { ...guest, sanctions: ban } });
  await expect(banned.decide('post-comment')).rejects.toMatchObject({ status: 403 });
});

test('it checks the sanctions against the address, for each command that requires good standing', async () => {
  const editor: Caller = { ...guest, kind: 'account', roles: ['editor'] };
  const ranges = [{ ban: { reason: 'spam' as const, until: null } }];
  const banned = hearing({ isReplicated: true, caller: editor, ranges });
  await expect(banned.callerOf('publish-article')).rejects.toMatchObject({ status: 403 });
  expect(banned.asked).toEqual(['203.0.113.7']);
  await expect(hearing({ isReplicated: true, caller: editor }).callerOf('publish-article')).resolves.toBe(editor);
});
