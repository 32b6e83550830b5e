import { Controller, Delete, Get, HttpCode, Inject, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { notFound } from '#http/problem.js';
import { parseBody } from '#http/validate.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { SERVICES, type Services } from '../commands/services.js';
import { type Written, Writes } from '../commands/writes.js';
import { Gives, IsWrite, MayBeAccepted, Refuses } from '../answers/route-documentation.js';
import { SessionsAnswer } from './session.answers.js';

const Which = z.object({ others: z.enum(['true', 'false'], { error: 'must be true or false' }).default('false') });

@ApiTags('People')
@Controller('api/user/sessions')
export class SessionsController {
  constructor(
    @Inject(SERVICES) private readonly services: Services,
    @Inject(Writes) private readonly writes: Writes,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Where I am signed in, the latest first' })
  @Gives(200, 'The sessions that go on', SessionsAnswer)
  @Refuses(503)
  async list(@InExchange() exchange: Exchange): Promise<z.infer<typeof SessionsAnswer>> {
    const asked = await this.writes.begin(exchange);
    type Listed = Written & z.infer<typeof SessionsAnswer>;
    const { sessions } = await this.writes.send<Listed>(asked, this.services.users, 'list-sessions', {});
    return { sessions };
  }

  @Delete()
  @HttpCode(204)
  @ApiOperation({ summary: 'Sign out everywhere, here too' })
  @ApiQuery({ name: 'others', required: false, description: '`true`: everywhere but here' })
  @IsWrite()
  @MayBeAccepted()
  @Refuses(403)
  async endAll(@Query() query: unknown, @InExchange() exchange: Exchange) {
    return this.end(exchange, parseBody(Which, query).others === 'true' ? 'others' : 'all');
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Sign out of one session; `this` is the one that asks' })
  @IsWrite()
  @MayBeAccepted()
  @Refuses(403, 404)
  async endOne(@Param('id') id: string, @InExchange() exchange: Exchange) {
    if (id !== 'this' && !z.uuid().safeParse(id).success) throw notFound('session');
    return this.end(exchange, id);
  }

  private async end(exchange: Exchange, sessions: string) {
    const write = await this.writes.begin(exchange);
    const ended = await this.writes.send(write, this.services.users, 'end-sessions', { sessions });
    const shown = await this.writes.show(write, ended, () => Promise.resolve({ status: 'ended' as const }));
    return shown.status === 'ended' ? undefined : shown;
  }
}
