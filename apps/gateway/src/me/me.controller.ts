import { Body, Controller, Get, Inject, Put, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ChangeGuest } from '#contracts/people/guest.commands.js';
import { unavailable } from '#http/problem.js';
import type { Caller } from '#identity/caller.js';
import { parseBody } from '#http/validate.js';
import { AskedBy } from '../callers/caller.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { SERVICES, type Services } from '../commands/services.js';
import { Writes } from '../commands/writes.js';
import { Consistency } from '../consistency/consistency.js';
import { Gives, IsRead, IsWrite, MayBeAccepted, Takes } from '../answers/route-documentation.js';
import { Me } from './me.js';
import { MeAnswer } from './me.answers.js';

const Changed = z.object({ me: ChangeGuest });

@ApiTags('People')
@Controller('api/me')
export class MeController {
  constructor(
    @Inject(Me) private readonly me: Me,
    @Inject(SERVICES) private readonly services: Services,
    @Inject(Writes) private readonly writes: Writes,
    @Inject(Consistency) private readonly consistency: Consistency,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Who I am here, and how often I have commented' })
  @Gives(200, 'Guest or account', MeAnswer)
  @IsRead()
  async read(@AskedBy() caller: Caller, @Req() request: FastifyRequest): Promise<z.infer<typeof MeAnswer>> {
    await this.consistency.meet(request);
    const me = await this.me.read(caller);
    // The token is valid, so the person exists; they are only not projected yet.
    if (me === undefined) throw unavailable('You are not shown yet.', 1);
    return me;
  }

  @Put()
  @ApiOperation({
    summary: 'What I am remembered by as a guest: what is left out stays; an account changes itself at /api/user',
  })
  @Takes(Changed)
  @Gives(200, 'Changed', MeAnswer)
  @IsWrite()
  @MayBeAccepted()
  async change(@AskedBy() caller: Caller, @Body() body: unknown, @InExchange() exchange: Exchange) {
    const write = await this.writes.begin(exchange);
    const { me } = parseBody(Changed, body);
    const changed = await this.writes.send(write, this.services.users, 'change-guest', me);
    return this.writes.show(write, changed, () => this.me.read(caller));
  }
}
