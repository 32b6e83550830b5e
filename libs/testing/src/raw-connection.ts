import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { eventually } from './eventually.js';

/** A TCP connection to a local server, for requests that no client library would send. */
export class RawConnection {
  /** What was received so far. */
  received = '';
  /** How it ended: by the server's FIN, or with an error code such as `ECONNRESET`; undefined while it is open. */
  ended: string | undefined;

  private constructor(readonly socket: Socket) {
    socket.setEncoding('latin1');
    socket.on('data', (text: string) => (this.received += text));
    socket.on('end', () => (this.ended ??= 'FIN'));
    socket.on('error', (error: NodeJS.ErrnoException) => (this.ended ??= error.code));
    socket.on('close', () => (this.ended ??= 'closed'));
  }

  /** @throws Error with its code, such as `ECONNREFUSED`. */
  static async to(port: number): Promise<RawConnection> {
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    await once(socket, 'connect');
    return new RawConnection(socket);
  }

  send(text: string): void {
    this.socket.write(text);
  }

  /** Sends a complete request. */
  request(method: string, path: string, headers: Record<string, string> = {}, body = ''): void {
    const length = body === '' ? {} : { 'content-length': String(body.length) };
    const lines = Object.entries({ host: 'x', ...length, ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
    this.send(`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body}`);
  }

  /** Waits until this text is received. @returns all that was received. */
  async receives(text: string, timeoutMs = 10_000): Promise<string> {
    await eventually(() => this.received.includes(text), { what: `“${text}”`, timeoutMs, everyMs: 5 });
    return this.received;
  }

  /** Waits until the server closes it. @returns how it ended. */
  async ends(timeoutMs = 10_000): Promise<string> {
    await eventually(() => this.ended !== undefined, { what: 'the end of the connection', timeoutMs, everyMs: 5 });
    return this.ended ?? '';
  }

  close(): void {
    this.socket.destroy();
  }
}
