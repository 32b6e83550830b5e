import { Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { readNames } from '#read-models/commenter/read-names.js';
import { readPersonRecord } from '#read-models/commenter/read-person-record.js';
import { readNickHistory } from '#read-models/nick-history/read-nick-history.js';
import { readPersonHistory } from '#read-models/person-history/read-person-history.js';
import type { ReadEntities } from '../read-database/read-entities.js';
import { type PersonAnswer, presentPerson } from './person-record.js';

/** People's records, as staff reads them. */
@Injectable()
export class PersonPages {
  constructor(private readonly parts: { pool: Pool; entities: Pick<ReadEntities, 'read'> }) {}

  /** The record, and the version of the person's stream that it has at least. */
  async find(personId: string): Promise<{ record: PersonAnswer; version: number } | undefined> {
    const { pool, entities } = this.parts;
    const person = await readPersonRecord(pool, personId);
    if (!person) return undefined;
    // After the version: the history may be newer, and never older.
    const [history, nicks] = await Promise.all([
      entities.read((tables) => readPersonHistory(tables, personId)),
      readNickHistory(pool, personId),
    ]);
    const actors = history.flatMap(({ actorId }) => (actorId === null ? [] : [actorId]));
    const actorNames = await this.namesOf(actors);
    return { record: presentPerson(person, { history, nicks, actorNames }), version: person.version };
  }

  /** What people are called now, by id. */
  namesOf(personIds: readonly string[]): Promise<Map<string, string>> {
    return this.parts.entities.read((tables) => readNames(tables, personIds));
  }
}
