import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { notFound } from '#http/problem.js';
import type { Exchange } from '../commands/exchange.js';
import { Decisions } from '../decisions/decisions.js';
import { SERVICES, type Services } from '../commands/services.js';
import { Writes } from '../commands/writes.js';
import { PersonPages } from './person-pages.js';
import type { PersonAnswer } from './person-record.js';

/** People as staff sees them, and staff's commands about them. */
@Injectable()
export class PersonRecords {
  constructor(
    @Inject(PersonPages) private readonly pages: PersonPages,
    @Inject(SERVICES) private readonly services: Services,
    @Inject(Writes) private readonly writes: Writes,
    @Inject(Decisions) private readonly decisions: Decisions,
  ) {}

  /** @throws Problem 404 */
  async read(personId: string, reply: FastifyReply): Promise<PersonAnswer> {
    const record = await this.find(personId, reply);
    if (!record) throw notFound('person');
    return record;
  }

  /** Sends a command about a person to the users service. @returns their record after it, as everyone reads it. */
  async decide(exchange: Exchange, command: string, wanted: { personId: string; [field: string]: unknown }) {
    const write = await this.writes.begin(exchange);
    const decided = await this.decisions.send(write, this.services.users, command, wanted);
    return this.writes.show(write, decided, () => this.find(wanted.personId, exchange.reply));
  }

  private async find(personId: string, reply: FastifyReply): Promise<PersonAnswer | undefined> {
    const found = await this.pages.find(personId);
    if (found) reply.header('ETag', `"${found.version}"`);
    return found?.record;
  }
}
