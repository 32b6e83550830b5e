import type { Dispatcher } from 'undici';

export interface RawAnswer {
  status: number;
  text: string;
  /** Seconds of the service's Retry-After. */
  retryAfter?: string;
}

/**
 * The answer to one request, read whole. undici's `request` returns it as a stream, which costs more than the request
 * does, and keeps each request in memory until a full garbage collection.
 */
export class PendingAnswer implements Dispatcher.DispatchHandler {
  isGivenUp = false;
  private controller: Dispatcher.DispatchController | undefined;
  private status = 0;
  private retryAfter: string | undefined;
  private readonly chunks: Buffer[] = [];
  private readonly settled = Promise.withResolvers<RawAnswer>();

  /** @throws Error if the connection failed or the request was aborted. */
  get answer(): Promise<RawAnswer> {
    return this.settled.promise;
  }

  /** Stops waiting: a request under way is aborted; one that waits for a connection is not begun. */
  giveUp(): void {
    this.isGivenUp = true;
    this.settled.reject(new Error('given up'));
    this.controller?.abort(new Error('given up'));
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    // Throwing ends this request alone; `abort` would close the connection that the next request is to use.
    if (this.isGivenUp) throw new Error('given up');
    this.controller = controller;
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    status: number,
    { 'retry-after': retryAfter }: Record<string, string | string[] | undefined>,
  ): void {
    this.status = status;
    if (typeof retryAfter === 'string') this.retryAfter = retryAfter;
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.chunks.push(chunk);
  }

  onResponseEnd(): void {
    const { status, retryAfter } = this;
    const text = Buffer.concat(this.chunks).toString();
    this.settled.resolve({ status, text, ...(retryAfter !== undefined && { retryAfter }) });
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.settled.reject(error);
  }
}
