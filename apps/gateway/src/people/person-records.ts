import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { readCommenter } from '#read-models/commenter/read-commenter.js';
import { readPersonHistory } from '#read-models/person-history/read-person-history.js';
import { notFound } from '#http/problem.js';
import type { Exchange } from '../commands/exchange.js';
import { SERVICES, type Services } from '../commands/services.js';
import { Writes } from '../commands/writes.js';
import { READ_POOL } from '../read-database/read-database.js';
import { ReadEntities } from '../read-database/read-entities.js';
import { presentPerson } from './person-record.js';

/** People as staff sees them, and staff's commands about them. */
@Injectable()
export class PersonRecords {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    @Inject(ReadEntities) private readonly entities: ReadEntities,
    @Inject(SERVICES) private readonly services: Services,
    @Inject(Writes) private readonly writes: Writes,
  ) {}

  /** @throws Problem 404 */
  async read(personId: string) {
    const record = await this.find(personId);
    if (!record) throw notFound('person');
    return record;
  }

  /** Sends a command about a person to the users service. @returns their record after it, as everyone reads it. */
  async decide(exchange: Exchange, command: string, wanted: { personId: string; [field: string]: unknown }) {
    const write = await this.writes.begin(exchange);
    const decided = await this.writes.send(write, this.services.users, command, wanted);
    return this.writes.show(write, decided, () => this.find(wanted.personId));
  }

  private async find(personId: string) {
    const [person, history] = await Promise.all([
      readCommenter(this.pool, personId),
      this.entities.read((tables) => readPersonHistory(tables, personId)),
    ]);
    return person && presentPerson(person, history);
  }
}
