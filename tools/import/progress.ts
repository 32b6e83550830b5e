const everyMs = 2_000;

/** Says how far the work is: one line rewritten at a terminal, one every two seconds elsewhere. */
export class Progress {
  private saidAt = 0;

  constructor(private readonly out: NodeJS.WriteStream = process.stderr) {}

  say(what: string, done: number, total: number): void {
    const now = Date.now();
    if (done < total && now - this.saidAt < (this.out.isTTY ? 100 : everyMs)) return;
    this.saidAt = now;
    const line = `${what}: ${done.toLocaleString('en')} of ${total.toLocaleString('en')}`;
    this.out.write(this.out.isTTY ? `\r${line}${done === total ? '\n' : ''}` : `${line}\n`);
  }
}
