import { gather } from '../audience.js';
import type { Benchmark } from '../benchmark.js';
import { compare } from '../figure.js';
import { inRounds } from '../in-rounds.js';
import { milliseconds } from '../show.js';
import { percentile } from '../statistics.js';
import { BareWay } from './bare-way.js';
import { openLoop } from './open-loop.js';
import { Poster } from './post-through-gateway.js';

const pace = { perSecond: 50, seconds: 5 };
const slices = 4;
// Until what both run is compiled: its compilers take a core from what is measured otherwise.
const warmUp = { perSecond: 50, seconds: 30 };
const target = { atMost: 3 };

/** How long a reader waits until their comment is answered, and with that readable by everyone, at 50 posts a second. */
export const measurePosting: Benchmark = async ({ copy, rounds }) => {
  const poster = new Poster(copy.gatewayUrl, await gather(copy, { articles: 10, guests: 20 }));
  const bare = await BareWay.open(copy.postgresUrl, copy.brokers);
  await openLoop(warmUp, (n) => poster.post(n));
  await openLoop(warmUp, () => bare.post());
  const show = (latencies: number[]) =>
    `p50 ${milliseconds(percentile(latencies, 50))}, p99 ${milliseconds(percentile(latencies, 99))}`;
  const measured = await inRounds(
    'post',
    { rounds, slices, join: (latencies) => latencies.flat(), show },
    {
      ours: () => openLoop(pace, (n) => poster.post(n)),
      reference: () => openLoop(pace, () => bare.post()),
    },
  );
  await poster.checkReadable();
  await poster.close();
  await bare.close();
  return [50, 99].map((percent) => {
    const at = (latencies: number[]) => percentile(latencies, percent);
    const name = `post to readable, p${percent}`;
    return compare({
      name,
      ours: measured.ours.map(at),
      reference: measured.reference.map(at),
      show: milliseconds,
      target,
    });
  });
};
