import { setTimeout as delay } from 'node:timers/promises';
import { eventually } from '#testing/eventually.js';
import { managementOf } from './stack.js';

/** An address that no other test uses. */
export const newAddress = () => `2001:db8:${hex()}:${hex()}::1`;
const hex = () => Math.floor(Math.random() * 65_536).toString(16);

export interface Asking {
  from?: string;
  token?: string;
}

/** A request as a proxy forwards it. */
export function ask(method: string, url: string, body?: unknown, { from = newAddress(), token }: Asking = {}) {
  const headers: Record<string, string> = { 'x-forwarded-for': from };
  if (token !== undefined) headers['authorization'] = `Token ${token}`;
  if (body !== undefined) headers['content-type'] = 'application/json';
  const signal = AbortSignal.timeout(10_000);
  return fetch(url, { method, headers, signal, ...(body !== undefined && { body: JSON.stringify(body) }) });
}

/** How many of these requests are not refused as too many. */
export async function granted(times: number, request: (index: number) => Promise<Response>): Promise<number> {
  let count = 0;
  for (let index = 0; index < times; index += 1) {
    const answer = await request(index);
    await answer.arrayBuffer();
    if (answer.status !== 429) count += 1;
  }
  return count;
}

/** Waits until the gateway reports whether Redis answers it. */
export const redisAnswers = (url: string, wanted: 0 | 1) =>
  eventually(
    async () => (await (await fetch(`${managementOf(url)}/metrics`)).text()).includes(`\nredis_answers ${wanted}\n`),
    {
      ...{ what: `redis_answers to be ${wanted}`, timeoutMs: 15_000 },
    },
  );

export interface Sample {
  status: number;
  ms: number;
}

/** Sends requests at a steady rate until stopped; status 0 is no answer. */
export async function askSteadily(everyMs: number, until: AbortSignal, request: (index: number) => Promise<Response>) {
  const samples: Promise<Sample>[] = [];
  for (let index = 0; !until.aborted; index += 1) {
    const begun = performance.now();
    const asked = request(index).then(async (answer) => {
      await answer.arrayBuffer();
      return answer.status;
    });
    samples.push(asked.catch(() => 0).then((status) => ({ status, ms: performance.now() - begun })));
    await delay(everyMs);
  }
  return Promise.all(samples);
}
