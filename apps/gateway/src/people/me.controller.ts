import { Controller, Get, Inject, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Pool } from 'pg';
import type { z } from 'zod';
import { unavailable } from '#service/problem.js';
import { readCommenter } from '#read-models/commenter/read-commenter.js';
import type { Caller } from '#service/tokens.js';
import { AskedBy } from '../callers/caller.js';
import { Consistency } from '../consistency/consistency.js';
import { Gives, IsRead } from '../docs/route-documentation.js';
import { READ_POOL } from '../read-database/read-database.js';
import { MeAnswer } from './people.answers.js';
import { presentMe } from './present-me.js';

@ApiTags('People')
@Controller('api/me')
export class MeController {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    @Inject(Consistency) private readonly consistency: Consistency,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Who I am here, and how often I have commented' })
  @Gives(200, 'Guest or account', MeAnswer)
  @IsRead()
  async read(@AskedBy() { personId }: Caller, @Req() request: FastifyRequest): Promise<z.infer<typeof MeAnswer>> {
    await this.consistency.meet(request);
    const commenter = await readCommenter(this.pool, personId);
    // The token is good, so the person exists: the read model has not heard of them yet.
    if (commenter === undefined) throw unavailable('You are not shown yet.', 1);
    return presentMe(commenter);
  }
}
