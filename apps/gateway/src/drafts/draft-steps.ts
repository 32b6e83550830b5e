import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { notFound } from '#http/problem.js';
import type { Caller } from '#identity/caller.js';
import type { Exchange } from '../commands/exchange.js';
import { SERVICES, type Services } from '../commands/services.js';
import { type Write, type Written, Writes } from '../commands/writes.js';
import { Decisions } from '../decisions/decisions.js';
import { Drafts } from './drafts.js';

export interface Step {
  id: string;
  /** Of the command, beside the id. */
  more?: object;
  caller: Caller;
  exchange: Exchange;
}

/** Answers who takes a step with a draft with the draft as it is then. */
@Injectable()
export class DraftSteps {
  constructor(
    @Inject(Drafts) private readonly drafts: Drafts,
    @Inject(SERVICES) private readonly services: Services,
    @Inject(Writes) private readonly writes: Writes,
    @Inject(Decisions) private readonly decisions: Decisions,
  ) {}

  /** @throws Problem as the articles service refuses it */
  async take(command: string, { id, more = {}, caller, exchange }: Step) {
    const write = await this.writes.begin(exchange);
    return this.show(write, await this.send(write, command, id, more), id, caller);
  }

  /** A draft that is discarded is not shown. */
  async discard(id: string, exchange: Exchange) {
    const write = await this.writes.begin(exchange);
    const discarded = await this.send(write, 'discard-draft', id);
    if (await this.writes.isShown(write, discarded)) return undefined;
    write.reply.status(202);
    return { status: 'accepted', streams: discarded.streams ?? {} };
  }

  send<Answer extends Written>(write: Write, command: string, id: string, more: object = {}): Promise<Answer> {
    if (!z.uuid().safeParse(id).success) throw notFound('draft');
    return this.decisions.send<Answer>(write, this.services.articles, command, { articleId: id, ...more });
  }

  show(write: Write, written: Written, id: string, caller: Caller) {
    return this.writes.show(write, written, () => this.drafts.one(id, caller));
  }
}
