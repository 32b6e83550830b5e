import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { GatewayClient } from '#tools/gateway/gateway-client.js';
import { type Audience, gather } from '../audience.js';
import type { Benchmark } from '../benchmark.js';
import type { Copy } from '../copy.js';
import type { Figure } from '../figure.js';
import { say } from '../progress.js';
import { sentences } from '../sentences.js';
import { megabytes, milliseconds } from '../show.js';
import { percentile } from '../statistics.js';
import { OpenStreams } from './open-streams.js';
import { startGateway } from './start-gateway.js';

const idle = 5_000;
const maxBytes = 300e6;
const open = 1_000;
const articles = 10;
const pace = { posts: 200, everyMs: 50 };
const maxMs = 1_000;

/** What idle streams take of a gateway's memory, and how long after a comment is sent those hear of it who are there. */
export const measureLive: Benchmark = async ({ copy }) => {
  const audience = await gather(copy, { articles, guests: 20 });
  const gateway = await startGateway(copy);
  try {
    const before = await residentBytes(gateway.pid);
    const idlers = await OpenStreams.open(gateway.url, audience.slugs, idle);
    await delay(3_000);
    const bytes = await residentBytes(gateway.pid);
    idlers.close();
    say(`${idle} streams: from ${megabytes(before)} to ${megabytes(bytes)}`);
    const latencies = await postAndHear(copy, gateway.url, audience);
    return [
      {
        name: `gateway with ${idle.toLocaleString('en')} idle streams, RSS`,
        ...{ ours: megabytes(bytes), target: `≤ ${megabytes(maxBytes)}`, passed: bytes <= maxBytes },
      },
      ...[50, 99].map((percent) => figureOf(latencies, percent)),
    ];
  } finally {
    await gateway.stop();
  }
};

function figureOf(latencies: number[], percent: number): Figure {
  const ms = percentile(latencies, percent);
  const name = `post to event, ${open.toLocaleString('en')} streams, p${percent}`;
  return {
    name,
    ours: milliseconds(ms),
    ...(percent === 99 && { target: `< ${milliseconds(maxMs)}`, passed: ms < maxMs }),
  };
}

/** @returns the milliseconds from a post to each event; without end for one that did not come */
async function postAndHear(copy: Copy, gatewayUrl: string, { slugs, tokens }: Audience): Promise<number[]> {
  const streams = await OpenStreams.open(gatewayUrl, slugs, open);
  const client = new GatewayClient(copy.gatewayUrl);
  const sent = new Map<number, number>();
  const post = async (n: number) => {
    const at = performance.now();
    const path = `/api/articles/${slugs[n % slugs.length]}/comments`;
    const comment = { body: sentences(n) };
    type Posted = { comment: { id: number } };
    const { body } = await client.send<Posted>('POST', path, { comment }, tokens[n % tokens.length]);
    sent.set(body.comment.id, at);
  };
  const posts: Promise<void>[] = [];
  for (let n = 0; n < pace.posts; n += 1) {
    posts.push(post(n));
    await delay(pace.everyMs);
  }
  await Promise.all(posts);
  await delay(3_000);
  streams.close();
  return [...sent].flatMap(([id, at]) => {
    const times = streams.told.get(id) ?? [];
    return Array.from({ length: open / slugs.length }, (_, each) => (times[each] ?? Infinity) - at);
  });
}

async function residentBytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? NaN) * 1_024;
}
