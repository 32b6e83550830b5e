import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import pg from 'pg';
import { databaseUrl } from '#installation/databases.js';
import { searchPathOf } from '#postgres/search-path.js';
import { defaultReadSet } from '#read-models/read-set.js';
import { startCopy } from '../copy.js';
import { makeDataFolder } from '../data-folder.js';
import { atTheEnd } from '../endings.js';
import { say } from '../progress.js';
import { runAlone } from '../run-alone.js';
import { startUncachedGateway } from '../reads/start-uncached-gateway.js';
import { milliseconds } from '../show.js';
import { commentsToArticle, growNewsroom, prepareNewsroom, sizeOf, type Size } from './fill-newsroom.js';
import { latencies, type Latency } from './latencies.js';
import { plot } from './plot.js';
import { questions } from './questions.js';

const articles = Number(process.argv[2] ?? 100_000);
const steps = [1_000, articles / 10, articles].filter((step, at, all) => all.indexOf(step) === at && step >= 1_000);
const load = { connections: 2, seconds: 8 };
const warmUp = { connections: 2, seconds: 2 };
/** Of the p99 of a list, from the smallest newsroom to the largest. */
const maxGrowth = 2;
const maxSearchMs = 300;

export interface Step extends Size {
  by: Map<string, Latency>;
}

async function measure(server: string, size: Size): Promise<Step> {
  const by = new Map<string, Latency>();
  for (const [name, paths] of Object.entries(questions(size.articles))) {
    await latencies(server, paths, warmUp);
    by.set(name, await latencies(server, paths, load));
  }
  return { ...size, by };
}

const count = new Intl.NumberFormat('en').format;

function tableOf(measured: readonly Step[]): string {
  const heads = measured.map((step) => `${count(step.articles)} + ${count(step.comments)}`);
  const lines = [...(measured[0]?.by.keys() ?? [])].map((name) => {
    const cells = measured.map(
      ({ by }) => `${milliseconds(by.get(name)?.p50 ?? NaN)}, ${milliseconds(by.get(name)?.p99 ?? NaN)}`,
    );
    return `| ${name} | ${cells.join(' | ')} | ${growthOf(measured, name).toFixed(2)} |`;
  });
  const rule = `| --- | ${heads.map(() => '---:').join(' | ')} | ---: |`;
  return [`| p50, p99 | ${heads.join(' | ')} | p99, last to first |`, rule, ...lines].join('\n');
}

const growthOf = (measured: readonly Step[], name: string) =>
  (measured.at(-1)?.by.get(name)?.p99 ?? NaN) / (measured[0]?.by.get(name)?.p99 ?? NaN);

function passes(measured: readonly Step[]): boolean {
  const last = measured.at(-1);
  const isFlat = ['front page', 'section'].every((name) => growthOf(measured, name) <= maxGrowth);
  const isFound = [...(last?.by ?? [])].every(([name, { p99 }]) => !name.startsWith('search') || p99 <= maxSearchMs);
  return isFlat && isFound;
}

async function run(): Promise<boolean> {
  const copy = await startCopy(await makeDataFolder());
  atTheEnd(() => copy.stop());
  const options = `${searchPathOf(defaultReadSet)} -c synchronous_commit=off`;
  const pool = new pg.Pool({ connectionString: databaseUrl(copy.postgresUrl, 'read'), max: 3, options });
  atTheEnd(() => pool.end());
  const gateway = await startUncachedGateway(copy);
  await prepareNewsroom(pool);
  const measured: Step[] = [];
  for (const [at, step] of steps.entries()) {
    say(`growing to ${count(step)} articles and about ${count(step * commentsToArticle)} comments`);
    await growNewsroom(pool, steps[at - 1] ?? 0, step);
    measured.push(await measure(gateway.url, await sizeOf(pool)));
    console.log(`${tableOf(measured)}\n`);
  }
  const picture = process.argv[3];
  if (picture !== undefined) writeFileSync(resolve(picture), plot(measured));
  return passes(measured);
}

await runAlone(run);
