import { applyDecorators, Controller, Delete, Get, HttpCode, Inject, Param, Put, Req } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Mute, muteKinds } from '#contracts/people/mute.commands.js';
import { parseBody } from '#http/validate.js';
import type { Caller } from '#identity/caller.js';
import { readMuted } from '#read-models/muted/read-muted.js';
import { Gives, IsRead, IsWrite, MayBeAccepted, Refuses } from '../answers/route-documentation.js';
import { AskedBy } from '../callers/caller.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { SERVICES, type Services } from '../commands/services.js';
import { Writes } from '../commands/writes.js';
import { Consistency } from '../consistency/consistency.js';
import { LookUps } from '../read-database/read-database.js';
import { MutesAnswer, presentMutes } from './mutes.answers.js';

const KindAndKey = () =>
  applyDecorators(
    ApiParam({ name: 'kind', schema: { type: 'string', enum: [...muteKinds] } }),
    ApiParam({ name: 'key', description: 'A person’s id, a source’s `sourceKey`, or a tag' }),
  );

@ApiTags('People')
@Controller('api/me/mutes')
export class MutesController {
  constructor(
    @Inject(LookUps) private readonly lookUps: LookUps,
    @Inject(SERVICES) private readonly services: Services,
    @Inject(Writes) private readonly writes: Writes,
    @Inject(Consistency) private readonly consistency: Consistency,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Whom and what I mute: articles of theirs are in none of my lists, but counted' })
  @Gives(200, 'All of it', MutesAnswer)
  @IsRead()
  async list(@AskedBy() { personId }: Caller, @Req() request: FastifyRequest): Promise<MutesAnswer> {
    await this.consistency.meet(request);
    return this.read(personId);
  }

  @Put(':kind/:key')
  @HttpCode(200)
  @ApiOperation({ summary: 'Mute a person, a source or a tag; nobody is told' })
  @KindAndKey()
  @Gives(200, 'All that I mute', MutesAnswer)
  @IsWrite()
  @MayBeAccepted()
  @Refuses(409, 422)
  mute(@Param() params: unknown, @AskedBy() caller: Caller, @InExchange() exchange: Exchange) {
    return this.change('mute', params, caller, exchange);
  }

  @Delete(':kind/:key')
  @ApiOperation({ summary: 'Mute them no more' })
  @KindAndKey()
  @Gives(200, 'All that I mute', MutesAnswer)
  @IsWrite()
  @MayBeAccepted()
  @Refuses(422)
  unmute(@Param() params: unknown, @AskedBy() caller: Caller, @InExchange() exchange: Exchange) {
    return this.change('unmute', params, caller, exchange);
  }

  private async change(command: 'mute' | 'unmute', params: unknown, { personId }: Caller, exchange: Exchange) {
    const write = await this.writes.begin(exchange);
    const changed = await this.writes.send(write, this.services.users, command, { mute: parseBody(Mute, params) });
    return this.writes.show(write, changed, () => this.read(personId));
  }

  private async read(personId: string): Promise<MutesAnswer> {
    return { mutes: presentMutes(await readMuted(this.lookUps, personId)) };
  }
}
