import { statSync, readFileSync } from 'node:fs';

const lookEveryMs = 1_000;

/** A value parsed from a file, parsed again within about a second of a change. A text that does not parse is ignored. */
export class FreshFile<Content> {
  private content: Content;
  private changedAt: number;
  private lookedAt = Date.now();

  /** @throws Error where the file cannot be read or parsed the first time. */
  constructor(
    private readonly path: string,
    private readonly parse: (text: string) => Content,
  ) {
    this.changedAt = statSync(path).mtimeMs;
    this.content = parse(readFileSync(path, 'utf8'));
  }

  get current(): Content {
    const now = Date.now();
    if (now - this.lookedAt >= lookEveryMs) {
      this.lookedAt = now;
      this.look();
    }
    return this.content;
  }

  private look(): void {
    try {
      const changedAt = statSync(this.path).mtimeMs;
      if (changedAt === this.changedAt) return;
      this.content = this.parse(readFileSync(this.path, 'utf8'));
      this.changedAt = changedAt;
    } catch {
      // The file is being written, or wrong: the last good value stays, and the next check tries again.
    }
  }
}
