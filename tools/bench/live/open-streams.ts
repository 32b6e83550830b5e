import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** Streams that are begun at once. */
const atOnce = 100;

/** Streams that one address has. */
const ofAddress = 100;

/** Streams of articles, as pages have them open, over bare sockets: their own memory is not what is measured. */
export class OpenStreams {
  private readonly sockets: Socket[] = [];
  /** When the streams were told of a comment, by its number. */
  readonly told = new Map<number, number[]>();

  /** @param slugs in turn @throws Error where one is refused */
  static async open(gatewayUrl: string, slugs: readonly string[], count: number): Promise<OpenStreams> {
    const streams = new OpenStreams();
    for (let from = 0; from < count; from += atOnce) {
      const numbers = Array.from({ length: Math.min(atOnce, count - from) }, (_, at) => from + at);
      await Promise.all(numbers.map((n) => streams.begin(new URL(gatewayUrl), slugs[n % slugs.length] ?? '', n)));
    }
    return streams;
  }

  close(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  private async begin({ hostname, port }: URL, slug: string, n: number): Promise<void> {
    const socket = connect({ host: hostname, port: Number(port) });
    this.sockets.push(socket);
    socket.setEncoding('latin1');
    const address = `10.1.${Math.floor(n / ofAddress)}.1`;
    socket.write(
      `GET /api/articles/${slug}/live HTTP/1.1\r\nhost: bench\r\naccept: text/event-stream\r\n` +
        `x-forwarded-for: ${address}\r\n\r\n`,
    );
    const [first] = (await once(socket, 'data')) as [string];
    if (!first.startsWith('HTTP/1.1 200')) throw new Error(`a stream was refused: ${first.slice(0, 300)}`);
    let rest = '';
    socket.on('data', (text: string) => (rest = this.receive(rest + text)));
    socket.on('error', () => undefined);
  }

  /** @returns an event of which the end is to come */
  private receive(text: string): string {
    const now = performance.now();
    const end = text.lastIndexOf('\n\n') + 1;
    for (const [, id] of text.slice(0, end).matchAll(/"commentId":(\d+)/g)) {
      const times = this.told.get(Number(id));
      if (times) times.push(now);
      else this.told.set(Number(id), [now]);
    }
    return text.slice(end);
  }
}
