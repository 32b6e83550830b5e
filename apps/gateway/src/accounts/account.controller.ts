import { Body, Controller, Get, Inject, Put, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Pool } from 'pg';
import { z } from 'zod';
import { ChangeAccount } from '#contracts/people/account.commands.js';
import { readCommenter } from '#read-models/commenter/read-commenter.js';
import { unauthorized, unavailable } from '#http/problem.js';
import type { Caller } from '#identity/caller.js';
import { parseBody } from '#http/validate.js';
import { AskedBy } from '../callers/caller.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { SERVICES, type Services } from '../commands/services.js';
import { Writes } from '../commands/writes.js';
import { Consistency } from '../consistency/consistency.js';
import { Gives, IsRead, IsWrite, MayBeAccepted, Refuses, Takes } from '../answers/route-documentation.js';
import { READ_POOL } from '../read-database/read-database.js';
import { UserAnswer } from './account.answers.js';
import { presentUser } from './signed-in-user.js';

const ChangedUser = z.object({ user: ChangeAccount });

@ApiTags('People')
@Controller('api/user')
export class AccountController {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    @Inject(SERVICES) private readonly services: Services,
    @Inject(Writes) private readonly writes: Writes,
    @Inject(Consistency) private readonly consistency: Consistency,
  ) {}

  @Get()
  @ApiOperation({ summary: 'My account; a guest has none' })
  @Gives(200, 'The account, with the token that was shown', UserAnswer)
  @IsRead()
  @Refuses(403)
  async read(@AskedBy() caller: Caller, @Req() request: FastifyRequest): Promise<z.infer<typeof UserAnswer>> {
    await this.consistency.meet(request);
    const account = await this.account(caller, request);
    if (account === undefined) throw unavailable('You are not shown yet.', 1);
    return account;
  }

  @Put()
  @ApiOperation({ summary: 'Change my account: what is left out stays, null or nothing empties `bio` and `image`' })
  @Takes(ChangedUser)
  @Gives(200, 'Changed; the token that was shown goes on', UserAnswer)
  @IsWrite()
  @MayBeAccepted()
  @Refuses(403)
  async change(@AskedBy() caller: Caller, @Body() body: unknown, @InExchange() exchange: Exchange) {
    const write = await this.writes.begin(exchange);
    const { user } = parseBody(ChangedUser, body);
    const changed = await this.writes.send(write, this.services.users, 'change-account', user);
    return this.writes.show(write, changed, () => this.account(caller, exchange.request));
  }

  private async account({ personId }: Caller, request: FastifyRequest) {
    const account = await readCommenter(this.pool, personId);
    const token = request.headers.authorization?.trim().split(/ +/)[1] ?? '';
    if (account?.kind === 'erased') throw unauthorized('is of somebody who was erased');
    return account && { user: presentUser({ ...account, username: account.name, token }) };
  }
}
