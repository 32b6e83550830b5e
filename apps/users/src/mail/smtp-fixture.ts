import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export interface Received {
  from: string;
  to: string[];
  headers: string;
  /** Decoded. */
  text: string;
}

/** For tests: an SMTP server on loopback that keeps what it takes. */
export class SmtpFixture {
  readonly received: Received[] = [];

  private constructor(private readonly server: SMTPServer) {}

  static async open(options: SMTPServerOptions = {}): Promise<SmtpFixture> {
    const taking = {
      ...{ authOptional: true, disabledCommands: ['STARTTLS'], closeTimeout: 100 },
      onData: (stream, session, done) =>
        void text(stream).then((message) => {
          fixture.received.push(receivedOf(message, session.envelope));
          done();
        }),
      ...options,
    } satisfies SMTPServerOptions;
    const fixture: SmtpFixture = new SmtpFixture(new SMTPServer(taking));
    fixture.server.on('error', () => undefined);
    await once(fixture.server.listen(0, '127.0.0.1'), 'listening');
    return fixture;
  }

  get url(): string {
    return `${this.server.options.secure ? 'smtps' : 'smtp'}://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(resolve));
  }
}

interface Envelope {
  mailFrom: { address: string } | false;
  rcptTo: { address: string }[];
}

function receivedOf(message: string, { mailFrom, rcptTo }: Envelope): Received {
  const [headers = '', ...body] = message.split('\r\n\r\n');
  const unfolded = body.join('\n\n').replaceAll('=\r\n', '').replaceAll('\r\n', '\n');
  return {
    from: mailFrom ? mailFrom.address : '',
    to: rcptTo.map(({ address }) => address),
    headers,
    text: unfolded.replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
  };
}
