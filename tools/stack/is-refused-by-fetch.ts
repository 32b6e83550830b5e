/**
 * Whether browsers and Node's fetch ask no server on this port, such as 6000, which belongs to something else
 * (https://fetch.spec.whatwg.org/#port-blocking). Node tells its list by refusing. @param port of which nothing is heard
 */
export const isRefusedByFetch = (port: number): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}`, { method: 'HEAD', signal: AbortSignal.timeout(1_000) }).then(
    () => false,
    (error: Error) => (error.cause as Error | undefined)?.message === 'bad port',
  );
