import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import type { z } from 'zod';
import { readCommenter, type Commenter } from '#read-models/commenter/read-commenter.js';
import { unauthorized } from '#http/problem.js';
import { lacksSecondFactor, rolesInForce, type SecondFactorRequiredOf } from '#contracts/people/staff-roles.js';
import type { Caller } from '#identity/caller.js';
import { READ_POOL } from '../read-database/read-database.js';
import { SECOND_FACTOR_REQUIRED_OF } from './second-factor-required.js';
import type { MeAnswer } from './me.answers.js';

/** The caller's own data. */
@Injectable()
export class Me {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    @Inject(SECOND_FACTOR_REQUIRED_OF) private readonly requiredOf: SecondFactorRequiredOf,
  ) {}

  /** Undefined while the person is not projected yet. @throws Problem 401 if they were erased. */
  async read({ personId, kind }: Caller): Promise<z.infer<typeof MeAnswer> | undefined> {
    const commenter = await readCommenter(this.pool, personId);
    if (commenter === undefined) return undefined;
    if (commenter.kind === 'erased') throw unauthorized('is of somebody who was erased');
    const { name, nick, email, website, commentCount, erasureDueAt } = commenter;
    const erasure = erasureDueAt && { dueAt: erasureDueAt.toISOString() };
    const mine = { name: nick ?? name, originalName: name, nick, email, website };
    return { me: { kind, id: personId, ...mine, commentCount, ...this.standingOf(commenter), erasure } };
  }

  private standingOf({ kind, roles, hasSecondFactor }: Commenter) {
    const inForce = [...rolesInForce(roles, hasSecondFactor, this.requiredOf)];
    if (kind !== 'account') return { roles: inForce };
    const isRequired = lacksSecondFactor(roles, hasSecondFactor, this.requiredOf);
    const without = isRequired ? ('required' as const) : ('off' as const);
    return { roles: inForce, secondFactor: hasSecondFactor ? ('on' as const) : without };
  }
}
