import { Body, Controller, Delete, Get, HttpCode, Inject, Put, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Pool } from 'pg';
import { z } from 'zod';
import { PickNick } from '#contracts/people/nick.commands.js';
import { readNickHistory } from '#read-models/nick-history/read-nick-history.js';
import type { Caller } from '#identity/caller.js';
import { parseBody } from '#http/validate.js';
import { AskedBy } from '../callers/caller.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { SERVICES, type Services } from '../commands/services.js';
import { type Written, Writes } from '../commands/writes.js';
import { Consistency } from '../consistency/consistency.js';
import { Gives, IsRead, IsWrite, MayBeAccepted, Refuses, Takes } from '../answers/route-documentation.js';
import { READ_POOL } from '../read-database/read-database.js';
import { Me } from '../me/me.js';
import { MeAnswer } from '../me/me.answers.js';
import { NickEntry } from './nick.answers.js';

const Picked = z.object({ nick: PickNick });
const Proposals = z.object({ nicks: z.array(z.string()) });
const History = z.object({ nicks: z.array(NickEntry) });

@ApiTags('People')
@Controller('api/me')
export class NicksController {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    @Inject(SERVICES) private readonly services: Services,
    @Inject(Writes) private readonly writes: Writes,
    @Inject(Consistency) private readonly consistency: Consistency,
    @Inject(Me) private readonly me: Me,
  ) {}

  @Get('nicks')
  @ApiOperation({ summary: 'From when on I went by which name, the latest first' })
  @Gives(200, 'All names, also those of guests who are linked to me', History)
  @IsRead()
  async history(@AskedBy() { personId }: Caller, @Req() request: FastifyRequest): Promise<z.infer<typeof History>> {
    await this.consistency.meet(request);
    const nicks = await readNickHistory(this.pool, personId);
    return { nicks: nicks.map((nick) => ({ ...nick, since: nick.since.toISOString() })) };
  }

  @Get('nicks/proposals')
  @ApiOperation({ summary: 'Pic-a-Nic: some invented nicks that are free at this moment' })
  @Gives(200, 'Five of them, others each time', Proposals)
  @Refuses(503)
  async propose(@InExchange() exchange: Exchange): Promise<z.infer<typeof Proposals>> {
    const asked = await this.writes.begin(exchange);
    type Proposed = Written & z.infer<typeof Proposals>;
    const { nicks } = await this.writes.send<Proposed>(asked, this.services.users, 'propose-nicks', {});
    return { nicks };
  }

  @Put('nick')
  @ApiOperation({ summary: 'Comment under another name from now on; history and count stay mine' })
  @Takes(Picked)
  @Gives(200, 'From now on', MeAnswer)
  @IsWrite()
  @MayBeAccepted()
  async pick(@AskedBy() caller: Caller, @Body() body: unknown, @InExchange() exchange: Exchange) {
    const write = await this.writes.begin(exchange);
    const { nick } = parseBody(Picked, body);
    const picked = await this.writes.send(write, this.services.users, 'pick-nick', nick);
    return this.writes.show(write, picked, () => this.me.read(caller));
  }

  @Delete('nick')
  @HttpCode(200)
  @ApiOperation({ summary: 'My Original Nic: comment under the name I came with again' })
  @Gives(200, 'From now on', MeAnswer)
  @IsWrite()
  @MayBeAccepted()
  async restore(@AskedBy() caller: Caller, @InExchange() exchange: Exchange) {
    const write = await this.writes.begin(exchange);
    const restored = await this.writes.send(write, this.services.users, 'restore-nick', {});
    return this.writes.show(write, restored, () => this.me.read(caller));
  }
}
