import { setTimeout as delay } from 'node:timers/promises';
import type { ClientFrom, Reply } from './client-from.js';

export interface Seen {
  what: string;
  ms: number;
  /** What was wrong with the answer; undefined where it was right. */
  wrong: string | undefined;
}

/** Somebody who comments under one article and reads it and another, every half a second, whatever happens. */
export class Bystander {
  readonly seen: Seen[] = [];
  private posted = 0;

  constructor(
    private readonly client: ClientFrom,
    private readonly token: string,
    private readonly own: string,
    private readonly others: string,
  ) {}

  async carryOn(until: AbortSignal): Promise<void> {
    const rounds: Promise<void>[] = [];
    while (!until.aborted) {
      rounds.push(this.goRound());
      await delay(500);
    }
    await Promise.all(rounds);
  }

  private async goRound(): Promise<void> {
    const { token } = this;
    this.posted += 1;
    const body = `Carrying on, ${this.posted}.`;
    const path = `/api/articles/${this.own}/comments`;
    await this.look('post', () => this.client.send('POST', path, { comment: { body } }, { token }), 201);
    const holdsIt = ({ body: { comments } }: Reply) =>
      (comments as { body: string }[]).some((comment) => comment.body === body) ? undefined : `${body} is not shown`;
    await this.look('own thread', () => this.client.send('GET', path), 200, holdsIt);
    await this.look("others' thread", () => this.client.send('GET', `/api/articles/${this.others}/comments`), 200);
    await this.look('front page', () => this.client.send('GET', '/api/articles?limit=20'), 200);
  }

  private async look(
    what: string,
    ask: () => Promise<Reply>,
    status: number,
    judge: (reply: Reply) => string | undefined = () => undefined,
  ): Promise<void> {
    const begun = performance.now();
    try {
      const reply = await ask();
      const wrong = reply.status === status ? judge(reply) : `${reply.status}: ${JSON.stringify(reply.body)}`;
      this.seen.push({ what, ms: reply.ms, wrong });
    } catch (error) {
      this.seen.push({ what, ms: performance.now() - begun, wrong: String(error) });
    }
  }
}
