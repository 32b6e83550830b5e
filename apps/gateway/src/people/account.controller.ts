import { Controller, Get, Inject, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Pool } from 'pg';
import type { z } from 'zod';
import { readCommenter } from '#read-models/commenter/read-commenter.js';
import { forbidden, unauthorized, unavailable } from '#service/problem.js';
import type { Caller } from '#service/tokens.js';
import { AskedBy, SignedIn } from '../callers/signed-in.js';
import { Consistency } from '../consistency/consistency.js';
import { Gives, IsRead, Refuses } from '../docs/route-documentation.js';
import { READ_POOL } from '../read-database/read-database.js';
import { UserAnswer } from './people.answers.js';

@ApiTags('People')
@Controller('api/user')
export class AccountController {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    @Inject(Consistency) private readonly consistency: Consistency,
  ) {}

  @Get()
  @SignedIn()
  @ApiOperation({ summary: 'My account; a guest has none' })
  @Gives(200, 'The account, with the token that was shown', UserAnswer)
  @IsRead()
  @Refuses(403)
  async read(
    @AskedBy() { personId, kind }: Caller,
    @Req() request: FastifyRequest,
  ): Promise<z.infer<typeof UserAnswer>> {
    if (kind === 'guest') throw forbidden('A guest has no account.');
    await this.consistency.meet(request);
    const account = await readCommenter(this.pool, personId);
    if (account === undefined) throw unavailable('You are not shown yet.', 1);
    if (account.kind === 'erased') throw unauthorized('is of somebody who was erased');
    const token = request.headers.authorization?.trim().split(/ +/)[1] ?? '';
    return { user: { email: account.email ?? '', token, username: account.name, bio: null, image: null } };
  }
}
