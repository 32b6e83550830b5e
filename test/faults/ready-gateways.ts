import { setTimeout as delay } from 'node:timers/promises';

const everyMs = 50;

/** Does what a load balancer does: checks every 50 ms whether each gateway is ready, and sends requests to those that are. */
export class ReadyGateways {
  private readonly ready = new Set<string>();
  private readonly stopping = new AbortController();
  private readonly watching: Promise<unknown>;
  private turn = 0;

  constructor(urls: readonly string[]) {
    this.watching = Promise.all(urls.map((url) => this.watch(url)));
  }

  /** The next ready gateway. @throws Error if there is none. */
  next(): string {
    this.turn += 1;
    const url = [...this.ready][this.turn % this.ready.size];
    if (url === undefined) throw new Error('no gateway is ready');
    return url;
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.watching;
  }

  private async watch(url: string): Promise<void> {
    while (!this.stopping.signal.aborted) {
      const isReady = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(1_000) }).then(
        ({ ok }) => ok,
        () => false,
      );
      if (isReady) this.ready.add(url);
      else this.ready.delete(url);
      await delay(everyMs);
    }
  }
}
