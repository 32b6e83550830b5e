import type { Dispatcher } from 'undici';

export interface RawAnswer {
  status: number;
  text: string;
  /** Seconds, where the service says when to try again. */
  retryAfter?: string;
}

/**
 * The answer to one request, gathered whole. undici's `request` gives the same by a stream, which costs more than the
 * request does, and keeps each request until a full collection of garbage.
 */
export class PendingAnswer implements Dispatcher.DispatchHandler {
  isGivenUp = false;
  private controller: Dispatcher.DispatchController | undefined;
  private status = 0;
  private retryAfter: string | undefined;
  private readonly chunks: Buffer[] = [];
  private readonly settled = Promise.withResolvers<RawAnswer>();

  /** @throws Error where the connection failed, or it was given up. */
  get answer(): Promise<RawAnswer> {
    return this.settled.promise;
  }

  /** Waits no longer: a request under way is ended, one that waits for a connection is not begun. */
  giveUp(): void {
    this.isGivenUp = true;
    this.settled.reject(new Error('given up'));
    this.controller?.abort(new Error('given up'));
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    // Thrown, it ends this request alone; `abort` would end the connection that the next one is to have.
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
