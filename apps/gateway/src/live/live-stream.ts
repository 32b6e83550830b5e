import type { ServerResponse } from 'node:http';
import { retryText } from './event-text.js';
import { heartbeatMs, maxBytesBehind, slowReaderMs } from './live-limits.js';

/** A comment line, which clients skip. */
const comment = ':\n\n';

export interface StreamOptions {
  /** Milliseconds. */
  lifeMs: number;
  /** What keeps the connection open. */
  heartbeat?: () => string;
}

/** One open answer. What its reader does not take is not kept for them: they are disconnected, and resume. */
export class LiveStream {
  private readonly openedAt: number;
  private writtenAt: number;
  private behindSince: number | undefined;

  constructor(
    private readonly response: ServerResponse,
    private readonly options: StreamOptions,
    private readonly now: () => number,
  ) {
    this.openedAt = this.writtenAt = now();
  }

  get isClosed(): boolean {
    return this.response.writableEnded || this.response.destroyed;
  }

  get isBehind(): boolean {
    return this.response.writableLength > 0;
  }

  send(text: string): void {
    if (this.isClosed) return;
    this.writtenAt = this.now();
    this.response.write(text);
    if (this.response.writableLength > maxBytesBehind) this.response.destroy();
  }

  /** Its client connects anew. */
  end(): void {
    if (!this.isClosed) this.response.end(retryText());
  }

  whenClosed(run: () => void): void {
    this.response.once('close', run);
  }

  /** To be called every few seconds. */
  check(): void {
    const now = this.now();
    this.behindSince = this.isBehind ? (this.behindSince ?? now) : undefined;
    if (this.behindSince !== undefined && now - this.behindSince >= slowReaderMs) this.response.destroy();
    else if (now - this.openedAt >= this.options.lifeMs) this.end();
    else if (now - this.writtenAt >= heartbeatMs) this.send(this.options.heartbeat?.() ?? comment);
  }
}
