import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '#identity/caller.js';
import type { Exchange } from '../commands/exchange.js';
import { SERVICES, type Services } from '../commands/services.js';
import { type Write, type Written, Writes } from '../commands/writes.js';
import { Resolve } from '../read-database/resolve.js';
import { Decisions } from '../decisions/decisions.js';
import { Articles } from './articles.js';

/** Answers who changes something of an article with the article as it is then. */
@Injectable()
export class ChangedArticles {
  constructor(
    @Inject(Articles) private readonly articles: Articles,
    @Inject(SERVICES) private readonly services: Services,
    @Inject(Resolve) private readonly resolve: Resolve,
    @Inject(Writes) private readonly writes: Writes,
    @Inject(Decisions) private readonly decisions: Decisions,
  ) {}

  /**
   * Sends a command about an article.
   * @param more what it says beside which article @throws Problem as `Writes.send`, `Resolve.article` and `more`
   */
  async change(command: string, slug: string, caller: Caller, exchange: Exchange, more = (): object => ({})) {
    const write = await this.writes.begin(exchange);
    const said = more();
    const { articleId } = await this.resolve.article(slug);
    const changed = await this.writes.send(write, this.services.articles, command, { articleId, ...said });
    return this.show(write, changed, { articleId, caller });
  }

  /** The same of a decision that may be bound to what was read. @throws Problem as `Decisions.send` too */
  async decide(command: string, slug: string, caller: Caller, exchange: Exchange) {
    const write = await this.writes.begin(exchange);
    const { articleId } = await this.resolve.article(slug);
    const decided = await this.decisions.send<Written>(write, this.services.articles, command, { articleId });
    return this.show(write, decided, { articleId, caller });
  }

  show(write: Write, written: Written, { articleId, caller }: { articleId: string; caller: Caller }) {
    return this.writes.show(write, written, async () => {
      const article = await this.articles.of(articleId, caller.personId);
      return article && { article };
    });
  }
}
