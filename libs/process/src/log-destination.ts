import { fstatSync, writeSync } from 'node:fs';

/** Upper bound of the characters of log lines that wait to be written; lines beyond are dropped. */
export const maxWaitingLog = 1_000_000;

/** Writes text at once, or returns false if it cannot. It neither waits nor throws. */
export type LogSink = (text: string) => boolean;

/**
 * Where a service's log lines go. A full disk, or a reader that is slow or has ended, neither blocks the service nor ends
 * it: lines that cannot be written are dropped, and counted in a line of their own once writing succeeds again.
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

/** Standard output, whether it is a pipe, a file or a terminal. */
export function standardOutput(): LogSink {
  const kind = fstatSync(1);
  return kind.isFIFO() || kind.isSocket() ? intoPipe(process.stdout) : intoFile(1);
}

/** Characters after which gathered lines are written before the event loop's turn ends. */
const maxGathered = 64_000;

/**
 * Gathers the lines of one turn of the event loop into one write: under load, a write for each request would take a tenth of
 * the gateway's time. Lines logged before an exit are still written. Node writes as much as fits at once and keeps the rest.
 * If the reader has ended, the service continues.
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
    if (isGone || pipe.writableLength + gathered.length + text.length > maxWaitingLog) return false;
    if (gathered === '') setImmediate(flush);
    gathered += text;
    if (gathered.length > maxGathered) flush();
    return true;
  };
}

/** Writes to a file or a terminal at once. Pino's own destination would repeat a write until it succeeds. */
export function intoFile(fd: number): LogSink {
  // If only the beginning of a line was written, the next line starts with a line break.
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
