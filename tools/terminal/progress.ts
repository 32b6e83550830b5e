import { shown } from './printable.js';

/** Between two lines, where they are not rewritten; milliseconds. */
const everyMs = 2_000;
const rewrittenEveryMs = 100;
const usualColumns = 80;
const clearRest = '\u001b[K';

type Out = Pick<NodeJS.WriteStream, 'isTTY' | 'columns' | 'write'>;

/** Says how far the work is, where it is further: in one line rewritten at a terminal, in one every two seconds elsewhere. */
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

  /** Leaves the line, so that something else can be said. */
  end(): void {
    if (this.isOpen) this.out.write('\n');
    this.isOpen = false;
  }
}
