import { shown } from './printable.js';

/** Milliseconds between two lines, if they are not rewritten. */
const everyMs = 2_000;
const rewrittenEveryMs = 100;
const usualColumns = 80;
const clearRest = '\u001b[K';

type Out = Pick<NodeJS.WriteStream, 'isTTY' | 'columns' | 'write'>;

/** Prints the progress when it has changed: in one rewritten line at a terminal, else in a line every two seconds. */
export class Progress {
  private saidAt = -Infinity;
  private said = '';
  private what: string | undefined;
  private isOpen = false;

  constructor(
    private readonly out: Out = process.stderr,
    private readonly now: () => number = Date.now,
  ) {}

  say(what: string, done: number, total: number): void {
    const { isTTY, columns = usualColumns } = this.out;
    const isSoon = this.now() - this.saidAt < (isTTY ? rewrittenEveryMs : everyMs);
    if (isSoon && what === this.what && done < total) return;
    const figures = `: ${done.toLocaleString('en')} of ${total.toLocaleString('en')}`;
    const line = `${shown(what, isTTY ? Math.max(10, columns - figures.length - 2) : undefined)}${figures}`;
    if (line === this.said) return;
    if (what !== this.what) this.end();
    [this.what, this.said, this.saidAt, this.isOpen] = [what, line, this.now(), isTTY];
    this.out.write(isTTY ? `\r${line}${clearRest}` : `${line}\n`);
  }

  /** Ends the line, so that something else can be printed. */
  end(): void {
    if (this.isOpen) this.out.write('\n');
    this.isOpen = false;
  }
}
