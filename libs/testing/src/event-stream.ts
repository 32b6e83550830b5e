import { get, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { eventually } from './eventually.js';

export interface ReceivedEvent {
  id: string;
  event: string;
  data: Record<string, unknown>;
}

/** A client of server-sent events, which keeps all that it received. */
export class EventStream {
  readonly events: ReceivedEvent[] = [];
  /** As the specification has it: also of a block without an event. */
  lastId = '';
  retry: number | undefined;
  comments = 0;
  isEnded = false;
  private rest = '';

  private constructor(readonly answer: IncomingMessage) {
    answer.setEncoding('utf8');
    answer.on('data', (text: string) => this.receive(text));
    answer.on('error', () => undefined);
    answer.once('close', () => (this.isEnded = true));
  }

  /** @throws Error where the answer is no stream, with its status. */
  static async open(url: string, headers: Record<string, string> = {}): Promise<EventStream> {
    const request = get(url, { agent: false, headers: { accept: 'text/event-stream', ...headers } });
    const [answer] = (await once(request, 'response')) as [IncomingMessage];
    request.on('error', () => undefined);
    if (answer.statusCode === 200) return new EventStream(answer);
    answer.resume();
    throw Object.assign(new Error(`answered ${answer.statusCode}`), { status: answer.statusCode, answer });
  }

  /** Waits until this holds of what was received. */
  async until(holds: (events: ReceivedEvent[]) => boolean, what: string, timeoutMs = 10_000): Promise<void> {
    await eventually(() => holds(this.events), { what: `${what}; there is ${JSON.stringify(this.events)}`, timeoutMs });
  }

  close(): void {
    this.answer.destroy();
  }

  private receive(text: string): void {
    const blocks = (this.rest + text).split('\n\n');
    this.rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const lines = block.split('\n').map((line) => [before(line), after(line)] as const);
      const fields: Partial<Record<string, string>> = Object.fromEntries(lines);
      if (fields[''] !== undefined) this.comments += 1;
      if (fields['retry'] !== undefined) this.retry = Number(fields['retry']);
      if (fields['id'] !== undefined) this.lastId = fields['id'];
      const { data, event = 'message' } = fields;
      if (data === undefined) continue;
      this.events.push({ id: this.lastId, event, data: JSON.parse(data) as Record<string, unknown> });
    }
  }
}

const before = (line: string) => line.slice(0, line.indexOf(':'));
const after = (line: string) => line.slice(line.indexOf(':') + 1).trimStart();
