import { appendFile } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { putByLargeLog } from './open-log.js';

/** Characters of a process's output that may wait for a slow disk; lines beyond are dropped. */
export const maxUndrainedLog = 1_000_000;

const settledWithinMs = 1_000;

/**
 * Appends a process's output to its log. A full or slow disk never stops the reading, so the process does not block: lines
 * that cannot be written are dropped, and counted in a line of their own once writing succeeds again.
 */
export class LogDrain {
  private waiting = '';
  private dropped = 0;
  /** If only the beginning of a line may have been written, the next one starts with a line break. */
  private isCut = false;
  private isWriting = false;
  private readonly open = new Set<Readable>();

  constructor(private readonly file: string) {}

  /** Reads everything from a stream. */
  follow(stream: Readable): void {
    let begun = '';
    this.open.add(stream);
    stream.setEncoding('utf8');
    stream.on('data', (chunk: string) => {
      const text = begun + chunk;
      const end = text.length > maxUndrainedLog ? text.length : text.lastIndexOf('\n') + 1;
      begun = text.slice(end);
      this.take(text.slice(0, end));
    });
    stream.on('end', () => this.take(begun === '' ? '' : `${begun}\n`));
    stream.on('error', () => undefined);
    stream.on('close', () => this.open.delete(stream));
  }

  /** Resolves when everything from the streams is written or dropped, or after a second. */
  async settled(): Promise<void> {
    const until = Date.now() + settledWithinMs;
    while ((this.open.size > 0 || this.isWriting) && Date.now() < until) await delay(10);
  }

  private take(lines: string): void {
    if (lines === '') return;
    if (this.waiting.length + lines.length > maxUndrainedLog) this.dropped += countLines(lines);
    else this.waiting += lines;
    if (!this.isWriting) void this.write();
  }

  private async write(): Promise<void> {
    this.isWriting = true;
    while (this.waiting !== '') {
      const { waiting, dropped } = this;
      this.waiting = '';
      const told = dropped > 0 ? lineOfDropped(dropped) : '';
      try {
        putByLargeLog(this.file);
        await appendFile(this.file, (this.isCut ? '\n' : '') + told + waiting, { mode: 0o600 });
        this.dropped -= dropped;
        this.isCut = false;
      } catch {
        this.dropped += countLines(waiting);
        this.isCut = true;
      }
    }
    this.isWriting = false;
  }
}

const countLines = (text: string) => text.split('\n').length - 1;

const lineOfDropped = (dropped: number) =>
  `${JSON.stringify({ level: 'warn', time: new Date().toISOString(), dropped, msg: 'log lines were dropped: there was no room for them' })}\n`;
