import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ifMatchOf, versionIn } from '#commands/if-match.js';
import { Problem } from '#http/problem.js';
import { readNames } from '#read-models/commenter/read-names.js';
import type { CommandClient } from '../commands/command-client.js';
import { type Write, type Written, Writes } from '../commands/writes.js';
import { ReadEntities } from '../read-database/read-entities.js';
import { Change } from './change.answers.js';

const Changes = z.array(Change.omit({ actorName: true })).max(100);

/** Sends decisions of staff about what they have read: If-Match names its version. */
@Injectable()
export class Decisions {
  constructor(
    @Inject(Writes) private readonly writes: Writes,
    @Inject(ReadEntities) private readonly entities: ReadEntities,
  ) {}

  /** As {@link Writes.send}. @throws Problem 412 too, with what was changed since and by whom; 400 for a bad If-Match. */
  async send<Answer extends Written>(
    write: Write,
    service: CommandClient,
    name: string,
    body: unknown,
  ): Promise<Answer> {
    const seen = versionIn(write.request.headers['if-match']);
    const headers = seen === undefined ? {} : { 'if-match': ifMatchOf(seen) };
    try {
      return await this.writes.send<Answer>(write, service, name, body, { headers });
    } catch (error) {
      throw error instanceof Problem && error.status === 412 ? await this.named(error) : error;
    }
  }

  /** Adds the names of those who changed it; without them if they cannot be read now. */
  private async named({ detail, more }: Problem): Promise<Problem> {
    const changes = Changes.safeParse(more['changes']).data ?? [];
    const ids = changes.flatMap(({ actorId }) => (actorId === null ? [] : [actorId]));
    const names = await this.entities.read((tables) => readNames(tables, ids)).catch(() => new Map<string, string>());
    const named = changes.map((change) => ({
      ...change,
      actorName: change.actorId && (names.get(change.actorId) ?? null),
    }));
    return new Problem(412, { ...(detail !== undefined && { detail }), more: { changes: named } });
  }
}
