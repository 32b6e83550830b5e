import { setTimeout as delay } from 'node:timers/promises';
import type { ClientFrom, Reply } from './client-from.js';

export interface Seen {
  what: string;
  ms: number;
  /** What was wrong with the answer; undefined if it was right. */
  wrong: string | undefined;
}

/** A person who comments under one article and reads it and another, every half a second, all the time. */
export class Bystander {
  readonly seen: Seen[] = [];
  /** Texts that were accepted. */
  readonly taken: string[] = [];
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
    const post = () => this.client.send('POST', path, { comment: { body } }, { token });
    const status = await this.look('post', post, [201, 202]);
    if (status !== undefined) this.taken.push(body);
    const holdsIt = ({ body: { comments } }: Reply) =>
      (comments as { body: string }[]).some((comment) => comment.body === body) ? undefined : `${body} is not shown`;
    // A 202 says that it is not projected yet.
    const read = () => this.client.send('GET', path);
    await this.look('own thread', read, [200], status === 201 ? holdsIt : undefined);
    await this.look("others' thread", () => this.client.send('GET', `/api/articles/${this.others}/comments`), [200]);
    await this.look('front page', () => this.client.send('GET', '/api/articles?limit=20'), [200]);
  }

  /** @returns the status of a right answer. */
  private async look(
    what: string,
    ask: () => Promise<Reply>,
    right: number[],
    judge: (reply: Reply) => string | undefined = () => undefined,
  ): Promise<number | undefined> {
    const begun = performance.now();
    try {
      const reply = await ask();
      const isRight = right.includes(reply.status);
      const wrong = isRight ? judge(reply) : `${reply.status}: ${JSON.stringify(reply.body)}`;
      this.seen.push({ what, ms: reply.ms, wrong });
      return isRight ? reply.status : undefined;
    } catch (error) {
      this.seen.push({ what, ms: performance.now() - begun, wrong: String(error) });
      return undefined;
    }
  }
}
