import { setTimeout as delay } from 'node:timers/promises';
import { EventStream, type ReceivedEvent } from '#testing/event-stream.js';
import { gateways } from './api-client.js';

/** Follows a stream as a browser does: where it ends or is refused, it is resumed, at the next gateway. */
export class ResumingClient {
  readonly events: ReceivedEvent[] = [];
  /** How often it was opened. */
  connections = 0;
  private isClosed = false;
  private stream: EventStream | undefined;
  private lastId = '';

  constructor(
    private readonly path: string,
    private readonly headers: Record<string, string> = {},
  ) {}

  get commentIds(): number[] {
    return this.events.flatMap(({ data }) => (data['commentId'] as number | undefined) ?? []);
  }

  async run(): Promise<void> {
    for (let turn = 0; !this.isClosed; turn += 1) {
      const headers = { ...this.headers, ...(this.lastId !== '' && { 'last-event-id': this.lastId }) };
      const url = `${gateways[turn % gateways.length]}${this.path}`;
      this.stream = await EventStream.open(url, headers).catch(() => undefined);
      if (this.stream !== undefined) await this.receive(this.stream);
      await delay(50);
    }
  }

  close(): void {
    this.isClosed = true;
    this.stream?.close();
  }

  private async receive(stream: EventStream): Promise<void> {
    this.connections += 1;
    for (let at = 0; ; await delay(5)) {
      // Read before the rest of the events are: they come before the end.
      const { isEnded } = stream;
      for (; at < stream.events.length; at += 1) this.events.push(stream.events[at] as ReceivedEvent);
      this.lastId = stream.lastId;
      if (isEnded) return;
    }
  }
}
