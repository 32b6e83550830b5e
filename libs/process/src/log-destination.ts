import { fstatSync, writeSync } from 'node:fs';

/** Characters of log lines that wait for whoever reads them; lines beyond are dropped. */
export const mostWaitingLog = 1_000_000;

/** Takes text at once, or says that there is no room. It neither waits nor throws. */
export type LogSink = (text: string) => boolean;

/**
 * Where a service's log lines go. A full disk, a reader that is slow or one that is gone neither holds the service up
 * nor ends it: lines without room are dropped, and counted in a line of their own once there is room again.
 */
export class LogDestination {
  private dropped = 0;

  constructor(
    private readonly sink: LogSink,
    private readonly service: string,
  ) {}

  /** Called by pino, a line at a time. */
  write(line: string): void {
    const text = this.dropped > 0 ? this.lineOfDropped() + line : line;
    if (this.sink(text)) this.dropped = 0;
    else this.dropped += 1;
  }

  private lineOfDropped(): string {
    const { dropped, service } = this;
    const msg = 'log lines were dropped: there was no room for them';
    return `${JSON.stringify({ level: 'warn', time: new Date().toISOString(), service, dropped, msg })}\n`;
  }
}

/** Standard output, whatever it is. */
export function standardOutput(): LogSink {
  const kind = fstatSync(1);
  return kind.isFIFO() || kind.isSocket() ? intoPipe(process.stdout) : intoFile(1);
}

/** Characters of lines of one turn of the event loop that are written before its end. */
const mostGathered = 64_000;

/**
 * The lines of one turn of the event loop are one write: under load, a write for each request is a tenth of the gateway's
 * time. What a process says before it exits is written still. Node writes as much as fits at once and keeps the rest; the
 * reader may be gone, and the service goes on all the same.
 */
function intoPipe(pipe: NodeJS.WriteStream): LogSink {
  let isGone = false;
  let gathered = '';
  const flush = (): void => {
    const text = gathered;
    gathered = '';
    if (text !== '' && !isGone) pipe.write(text);
  };
  pipe.on('error', () => (isGone = true));
  process.stderr.on('error', () => undefined);
  process.on('exit', flush);
  return (text) => {
    if (isGone || pipe.writableLength + gathered.length + text.length > mostWaitingLog) return false;
    if (gathered === '') setImmediate(flush);
    gathered += text;
    if (gathered.length > mostGathered) flush();
    return true;
  };
}

/** What is written to a file or a terminal, at once; pino's own destination repeats a write until there is room. */
export function intoFile(fd: number): LogSink {
  // Where only the beginning of a line found room, the next one begins behind it.
  let isCut = false;
  return (text) => {
    const bytes = Buffer.from(isCut ? `\n${text}` : text);
    let written = 0;
    try {
      while (written < bytes.length) written += writeSync(fd, bytes, written);
      isCut = false;
      return true;
    } catch {
      isCut ||= written > 0;
      return false;
    }
  };
}
