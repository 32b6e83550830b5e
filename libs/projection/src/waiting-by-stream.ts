/** A request that waits for streams to reach versions. */
export interface Waiting {
  /** Versions that are not reached yet. */
  versions: Map<string, number>;
  resolve(reached: boolean): void;
}

/** Waiting requests, by the streams they wait for: a notification costs as much as its stream has waits. */
export class WaitingByStream {
  private readonly waiting = new Set<Waiting>();
  private readonly byStream = new Map<string, Set<Waiting>>();

  get size(): number {
    return this.waiting.size;
  }

  /** The streams with waiting requests. */
  get streams(): string[] {
    return [...this.byStream.keys()];
  }

  add(entry: Waiting): void {
    this.waiting.add(entry);
    for (const stream of entry.versions.keys()) {
      const waiting = this.byStream.get(stream);
      if (waiting) waiting.add(entry);
      else this.byStream.set(stream, new Set([entry]));
    }
  }

  remove(entry: Waiting): void {
    this.waiting.delete(entry);
    for (const stream of entry.versions.keys()) this.leave(stream, entry);
  }

  /** Resolves the requests that waited only for this version of the stream. */
  reach(stream: string, version: number): void {
    for (const entry of this.byStream.get(stream) ?? []) {
      if ((entry.versions.get(stream) ?? Infinity) > version) continue;
      this.leave(stream, entry);
      entry.versions.delete(stream);
      if (entry.versions.size === 0) entry.resolve(true);
    }
  }

  /** Resolves all requests as not reached. */
  giveUp(): void {
    for (const { resolve } of this.waiting) resolve(false);
  }

  private leave(stream: string, entry: Waiting): void {
    const waiting = this.byStream.get(stream);
    waiting?.delete(entry);
    if (waiting?.size === 0) this.byStream.delete(stream);
  }
}
