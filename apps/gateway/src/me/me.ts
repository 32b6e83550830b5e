import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import type { z } from 'zod';
import { readCommenter } from '#read-models/commenter/read-commenter.js';
import { unauthorized } from '#http/problem.js';
import type { Caller } from '#identity/caller.js';
import { READ_POOL } from '../read-database/read-database.js';
import type { MeAnswer } from './me.answers.js';

/** The caller's own data. */
@Injectable()
export class Me {
  constructor(@Inject(READ_POOL) private readonly pool: Pool) {}

  /** Undefined while the person is not projected yet. @throws Problem 401 if they were erased. */
  async read({ personId, kind }: Caller): Promise<z.infer<typeof MeAnswer> | undefined> {
    const commenter = await readCommenter(this.pool, personId);
    if (commenter === undefined) return undefined;
    if (commenter.kind === 'erased') throw unauthorized('is of somebody who was erased');
    const { name, nick, email, website, commentCount, roles, erasureDueAt } = commenter;
    const erasure = erasureDueAt && { dueAt: erasureDueAt.toISOString() };
    const mine = { name: nick ?? name, originalName: name, nick, email, website };
    return { me: { kind, id: personId, ...mine, commentCount, roles, erasure } };
  }
}
