import { statSync, readFileSync } from 'node:fs';

const lookEveryMs = 1_000;

/** What is made of a file's text, made anew within a second or so of a change; a text that does not parse is passed by. */
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
      // Being written at this moment, or wrong: what was good goes on, and the next look sees more.
    }
  }
}
