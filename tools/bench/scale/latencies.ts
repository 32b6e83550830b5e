import { type Load, timesInLoop } from '../reads/closed-loop.js';
import { percentile } from '../statistics.js';

/** Milliseconds of an answer. */
export interface Latency {
  p50: number;
  p99: number;
}

/** How long a server takes to answer, asked for one path after the other. @throws Error on any answer but 200 */
export async function latencies(server: string, paths: readonly string[], load: Load): Promise<Latency> {
  const { times } = await timesInLoop(server, { paths }, load);
  return { p50: percentile(times, 50), p99: percentile(times, 99) };
}
