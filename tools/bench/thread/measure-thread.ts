import { isDeepStrictEqual } from 'node:util';
import { databaseUrl } from '#installation/databases.js';
import type { Benchmark } from '../benchmark.js';
import { compare } from '../figure.js';
import { inRounds } from '../in-rounds.js';
import { perSecond } from '../show.js';
import { closedLoop } from './closed-loop.js';
import { fillThread } from './fill-thread.js';
import { startBareServer } from './start-bare-server.js';

const load = { connections: 16, seconds: 1 };
const slices = 8;
const warmUp = { connections: 16, seconds: 3 };

/** How often a thread of a hundred comments is read, beside the least that could answer the same. */
export const measureThread: Benchmark = async ({ copy, rounds }) => {
  const path = `/api/articles/${await fillThread(copy)}/comments`;
  const bareServer = await startBareServer(databaseUrl(copy.postgresUrl, 'read'));
  const ours = new URL(path, copy.gatewayUrl);
  const bare = new URL(path, bareServer.url);
  await checkSameContent(ours, bare);
  for (const url of [ours, bare]) await closedLoop(url, warmUp);
  const measured = await inRounds(
    'thread',
    { rounds, slices, join: mean, show: perSecond },
    {
      ours: () => closedLoop(ours, load),
      reference: () => closedLoop(bare, load),
    },
  );
  bareServer.stop();
  return [compare({ name: 'GET thread of 100, requests', ...measured, show: perSecond, target: { atLeast: 0.8 } })];
};

const mean = (rates: number[]) => rates.reduce((sum, rate) => sum + rate, 0) / rates.length;

async function checkSameContent(...urls: URL[]): Promise<void> {
  const [one, other] = await Promise.all(
    urls.map(async (url) => (await (await fetch(url, { signal: AbortSignal.timeout(5_000) })).json()) as object),
  );
  if (!isDeepStrictEqual(one, other)) throw new Error('the gateway and the reference do not answer the same');
}
