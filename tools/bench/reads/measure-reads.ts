import { isDeepStrictEqual } from 'node:util';
import { databaseUrl } from '#installation/databases.js';
import type { Benchmark } from '../benchmark.js';
import { compare, type Figure } from '../figure.js';
import { inRounds } from '../in-rounds.js';
import { perSecond } from '../show.js';
import { mean } from '../statistics.js';
import { closedLoop } from './closed-loop.js';
import { fillThread } from './fill-thread.js';
import { startBareServer } from './start-bare-server.js';
import { startUncachedGateway } from './start-uncached-gateway.js';

const load = { connections: 16, seconds: 1 };
const slices = 8;
const warmUp = { connections: 16, seconds: 3 };

interface Mix {
  name: string;
  path(slug: string): string;
  /** Of ours, without the cache, to the least that could answer the same. */
  uncached: number;
  /** Of ours with the cache to ours without. */
  cached: number;
}

const mixes: Mix[] = [
  { name: 'GET front page of 20', path: () => '/api/articles', uncached: 0.6, cached: 1.5 },
  { name: 'GET article', path: (slug) => `/api/articles/${slug}`, uncached: 0.5, cached: 1.5 },
  { name: 'GET thread of 100', path: (slug) => `/api/articles/${slug}/comments`, uncached: 0.8, cached: 3 },
];

/** How often what strangers read most is answered: by the rows, beside the least that could answer so, and by the cache. */
export const measureReads: Benchmark = async ({ copy, rounds }) => {
  const slug = await fillThread(copy, 20);
  const bareServer = await startBareServer(databaseUrl(copy.postgresUrl, 'read'));
  const uncachedGateway = await startUncachedGateway(copy);
  const figures: Figure[] = [];
  for (const mix of mixes) {
    const [cached, uncached, bare] = [copy.gatewayUrl, uncachedGateway.url, bareServer.url].map(
      (server) => new URL(mix.path(slug), server),
    ) as [URL, URL, URL];
    await checkSameContent(cached, uncached, bare);
    for (const url of [cached, uncached, bare]) await closedLoop(url, warmUp);
    const measure = (ours: URL, reference: URL, name: string, atLeast: number) =>
      inRounds(
        name,
        { rounds, slices, join: mean, show: perSecond },
        { ours: () => closedLoop(ours, load), reference: () => closedLoop(reference, load) },
      ).then((measured) => figures.push(compare({ name, ...measured, show: perSecond, target: { atLeast } })));
    await measure(uncached, bare, `${mix.name}, requests`, mix.uncached);
    await measure(cached, uncached, `${mix.name}, cached (uncached)`, mix.cached);
  }
  bareServer.stop();
  await uncachedGateway.stop();
  return figures;
};

async function checkSameContent(...urls: URL[]): Promise<void> {
  const [first, ...others] = await Promise.all(
    urls.map(async (url) => (await (await fetch(url, { signal: AbortSignal.timeout(5_000) })).json()) as object),
  );
  const other = others.find((each) => !isDeepStrictEqual(each, first));
  if (other) throw new Error(`they do not answer ${urls[0]?.pathname} the same`);
}
