const metric = 'nodejs_eventloop_lag_p99_seconds';

/**
 * The 99th percentile of how late a service's event loop was since it was last asked, in milliseconds. It is measured by
 * a timer of 10 ms and includes those.
 */
export async function eventLoopLag(managementPort: number): Promise<number> {
  const url = `http://127.0.0.1:${managementPort}/metrics`;
  const answer = await fetch(url, { signal: AbortSignal.timeout(5_000) });
  const [, value] = new RegExp(`^${metric} (\\S+)$`, 'm').exec(await answer.text()) ?? [];
  if (value === undefined) throw new Error(`${url} has no ${metric}`);
  return Number(value) * 1_000;
}
