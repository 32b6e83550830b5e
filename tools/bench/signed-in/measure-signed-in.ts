import { GatewayClient } from '#tools/gateway/gateway-client.js';
import type { Benchmark } from '../benchmark.js';
import { compare } from '../figure.js';
import { inRounds } from '../in-rounds.js';
import { perSecond } from '../show.js';
import { mean } from '../statistics.js';
import { closedLoop } from '../reads/closed-loop.js';
import { fillThread } from '../reads/fill-thread.js';
import { startUncachedGateway } from '../reads/start-uncached-gateway.js';

const load = { connections: 16, seconds: 1 };
const slices = 8;
const warmUp = { connections: 16, seconds: 3 };

/** How often an account reads a thread of a hundred comments, beside how often anybody does. */
export const measureSignedIn: Benchmark = async ({ copy, rounds }) => {
  // Without the cache: what an account reads is made for it alone.
  const gateway = await startUncachedGateway(copy);
  const url = new URL(`/api/articles/${await fillThread(copy)}/comments`, gateway.url);
  const user = { username: 'Reads a lot', email: 'reads@example.org', password: 'correct horse' };
  type Registered = { user: { token: string } };
  const { body } = await new GatewayClient(copy.gatewayUrl).send<Registered>('POST', '/api/users', { user });
  const headers = { authorization: `Token ${body.user.token}` };
  await closedLoop(url, warmUp);
  await closedLoop(url, warmUp, headers);
  const measured = await inRounds(
    'signed-in',
    { rounds, slices, join: mean, show: perSecond },
    { ours: () => closedLoop(url, load, headers), reference: () => closedLoop(url, load) },
  );
  await gateway.stop();
  // 15 % more time for each is 1 / 1.15 as many.
  const name = 'GET thread signed in (anonymous), requests';
  return [compare({ name, ...measured, show: perSecond, target: { atLeast: 0.87 } })];
};
