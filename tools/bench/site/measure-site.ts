import { proportionalMemory } from '../memory/proportional-memory.js';
import type { Benchmark, Surroundings } from '../benchmark.js';
import type { Figure } from '../figure.js';
import { fillThread } from '../reads/fill-thread.js';
import { closedLoop } from '../reads/closed-loop.js';
import { megabytes, perSecond } from '../show.js';
import { median } from '../statistics.js';
import { cpuSecondsOf } from './cpu-seconds-of.js';
import { paintInChromium } from './paint-in-chromium.js';

const commentsOnPage = 200;
const warmUp = { connections: 4, seconds: 4 };
const load = { connections: 4, seconds: 4 };
/** Somebody with a cookie: the page is rendered for them each time. */
const person = { cookie: 'seen=x', 'accept-encoding': 'br' };
const stranger = { 'accept-encoding': 'br' };

/** What a page of an article with 200 comments costs the site, and what a phone on a slow line sees of it. */
export const measureSite: Benchmark = async ({ copy, rounds }) => {
  const slug = await fillThread(copy, 1, commentsOnPage);
  const url = new URL(`/articles/${slug}`, siteOf(copy));
  await closedLoop(url, warmUp, person);
  const rendered = await rates(copy, url, person, rounds);
  const stored = await rates(copy, url, stranger, rounds);
  const passed = await closedLoop(new URL('/api/articles', siteOf(copy)), load);
  const direct = await closedLoop(new URL('/api/articles', copy.gatewayUrl), load);
  const memory = await proportionalMemory(copy.pid, copy.names);
  return [
    atLeast('page of 200 comments, rendered, of one core', rendered.ofCore, 60),
    { name: 'the same, as it comes', ours: perSecond(rendered.wall) },
    atLeast('page of 200 comments, stored, for strangers', stored.wall, 1_000),
    { name: 'the API through the site (the gateway itself)', ours: perSecond(passed), reference: perSecond(direct) },
    { name: 'memory of web after it', ours: megabytes(memory.get('web') ?? 0) },
    ...(await paintInChromium(url, rounds)),
  ];
};

const siteOf = ({ siteUrl }: Surroundings['copy']): string => {
  if (siteUrl === undefined) throw new Error('the copy has no site');
  return siteUrl;
};

/** Pages a second, as they come and by the processor time that web took for them; medians. */
async function rates(copy: Surroundings['copy'], url: URL, headers: Record<string, string>, rounds: number) {
  const pid = [...copy.names].find(([, name]) => name === 'web')?.[0] ?? 0;
  const wall: number[] = [];
  const ofCore: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const before = cpuSecondsOf(pid);
    const rate = await closedLoop(url, load, headers);
    wall.push(rate);
    ofCore.push((rate * load.seconds) / (cpuSecondsOf(pid) - before));
  }
  return { wall: median(wall), ofCore: median(ofCore) };
}

const atLeast = (name: string, value: number, target: number): Figure => ({
  name,
  ours: perSecond(value),
  target: `≥ ${perSecond(target)}`,
  passed: value >= target,
});
