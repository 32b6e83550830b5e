import { Body, Controller, Delete, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { ErasureReason } from '#contracts/people/person.events.js';
import { parseBody } from '#http/validate.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { SERVICES, type Services } from '../commands/services.js';
import { type Written, Writes } from '../commands/writes.js';
import { Gives, IsWrite, Refuses, Takes } from '../answers/route-documentation.js';
import { ErasureAnswer } from './erasure.answers.js';
import { personIdOf } from '../people/person-id.js';

const Reason = z.object({ reason: ErasureReason });
type Answer = z.infer<typeof ErasureAnswer>;

/** Requests and cancels an erasure. The person requests it, or an admin for them; either may cancel it until it is due. */
@ApiTags('People')
@IsWrite()
@Controller('api')
export class ErasureController {
  constructor(
    @Inject(SERVICES) private readonly services: Services,
    @Inject(Writes) private readonly writes: Writes,
  ) {}

  @Delete('me')
  @ApiOperation({ summary: 'Erase me and all I wrote, guest or account, after a time in which I can still cancel it' })
  @Gives(200, 'When I shall be erased', ErasureAnswer)
  eraseMe(@InExchange() exchange: Exchange): Promise<Answer> {
    return this.request('request-erasure', exchange, {});
  }

  @Post('me/keep')
  @HttpCode(200)
  @ApiOperation({ summary: 'Cancel my erasure' })
  @Gives(200, 'I stay', ErasureAnswer)
  keepMe(@InExchange() exchange: Exchange): Promise<Answer> {
    return this.cancel('cancel-erasure', exchange, {});
  }

  @Post('people/:id/erase')
  @HttpCode(200)
  @ApiOperation({ summary: 'Erase a person at their request: also who was imported, or has lost their token' })
  @Takes(Reason)
  @Gives(200, 'When they will be erased', ErasureAnswer)
  @Refuses(404)
  erase(@Param('id') id: string, @Body() body: unknown, @InExchange() exchange: Exchange): Promise<Answer> {
    const personId = personIdOf(id);
    return this.request('request-erasure-of', exchange, { personId, ...parseBody(Reason, body) });
  }

  @Post('people/:id/keep')
  @HttpCode(200)
  @ApiOperation({ summary: 'Cancel a person’s erasure' })
  @Gives(200, 'They stay', ErasureAnswer)
  @Refuses(404)
  keep(@Param('id') id: string, @InExchange() exchange: Exchange): Promise<Answer> {
    return this.cancel('cancel-erasure-of', exchange, { personId: personIdOf(id) });
  }

  private async request(name: string, exchange: Exchange, command: object): Promise<Answer> {
    const write = await this.writes.begin(exchange);
    type Requested = Written & { dueAt: string };
    const asked = await this.writes.send<Requested>(write, this.services.users, name, command);
    await this.writes.isShown(write, asked);
    return { erasure: { dueAt: asked.dueAt } };
  }

  private async cancel(name: string, exchange: Exchange, command: object): Promise<Answer> {
    const write = await this.writes.begin(exchange);
    const kept = await this.writes.send(write, this.services.users, name, command);
    await this.writes.isShown(write, kept);
    return { erasure: null };
  }
}
