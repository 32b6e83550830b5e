/** A query that waits for its answer. */
export interface Awaited {
  since: number;
}

/** With a code that counts as the database being away. */
const tooLate = (ms: number) => Object.assign(new Error(`waited ${ms} ms for Postgres`), { code: 'ETIMEDOUT' });

/** The time limit of all answers on one connection. One timer serves all queries; pg's `query_timeout` takes one for each. */
export class AnswerLimit {
  /** The oldest first: answers arrive in the order of the queries. */
  private readonly waiting: Awaited[] = [];
  private timer: NodeJS.Timeout | undefined;

  /** @param end is called with a timeout error when an answer has not arrived within `ms`. */
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

  /** A query that cannot be sent gets here twice; the second call does nothing. */
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
