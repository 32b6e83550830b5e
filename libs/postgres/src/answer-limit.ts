/** A query that waits for its answer. */
export interface Awaited {
  since: number;
}

/** Of a code that says the database is away. */
const tooLate = (ms: number) => Object.assign(new Error(`waited ${ms} ms for Postgres`), { code: 'ETIMEDOUT' });

/** The time limit of all answers over one connection. It has one timer, where pg's `query_timeout` has one for each query. */
export class AnswerLimit {
  /** The oldest first: they are answered in their order. */
  private readonly waiting: Awaited[] = [];
  private timer: NodeJS.Timeout | undefined;

  /** @param end is called with an error that says so when an answer has not come within `ms`. */
  constructor(
    private readonly ms: number,
    private readonly end: (error: Error) => void,
  ) {}

  begin(): Awaited {
    const query = { since: performance.now() };
    this.waiting.push(query);
    this.lookIn(this.ms);
    return query;
  }

  /** A query that cannot be sent is answered twice. */
  answered(query: Awaited): void {
    const at = this.waiting.indexOf(query);
    if (at >= 0) this.waiting.splice(at, 1);
  }

  private lookIn(ms: number): void {
    this.timer ??= setTimeout(() => this.look(), ms).unref();
  }

  private look(): void {
    this.timer = undefined;
    const [oldest] = this.waiting;
    if (!oldest) return;
    const left = oldest.since + this.ms - performance.now();
    if (left > 0) this.lookIn(left);
    else this.end(tooLate(this.ms));
  }
}
