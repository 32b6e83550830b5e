import { Body, Controller, Delete, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { ChangeRole } from '#contracts/people/role.commands.js';
import { parseBody } from '#http/validate.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { Gives, IsWrite, MayBeAccepted, Refuses, Takes } from '../answers/route-documentation.js';
import { MayBeBoundToWhatWasRead } from '../decisions/change.answers.js';
import { personIdOf } from './person-id.js';
import { PersonAnswer } from './person-record.js';
import { PersonRecords } from './person-records.js';

const Granted = z.object({ role: z.object({ name: ChangeRole.shape.role, reason: ChangeRole.shape.reason }) });
const Revoked = z.object({ role: z.object({ reason: ChangeRole.shape.reason }) });

@ApiTags('Moderation')
@IsWrite()
@MayBeAccepted()
@MayBeBoundToWhatWasRead()
@Refuses(404)
@Controller('api/people/:id/roles')
export class RolesController {
  constructor(@Inject(PersonRecords) private readonly records: PersonRecords) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: 'Grant an account a role' })
  @Takes(Granted)
  @Gives(200, 'Granted: in force from the next request on, whatever token they hold', PersonAnswer)
  grant(@Param('id') id: string, @Body() body: unknown, @InExchange() exchange: Exchange) {
    const personId = personIdOf(id);
    const { name, reason } = parseBody(Granted, body).role;
    return this.records.decide(exchange, 'grant-role', { personId, role: name, reason });
  }

  @Delete(':role')
  @ApiOperation({ summary: 'Revoke a role of an account' })
  @Takes(Revoked)
  @Gives(200, 'Revoked: in force from the next request on', PersonAnswer)
  revoke(
    @Param('id') id: string,
    @Param('role') role: string,
    @Body() body: unknown,
    @InExchange() exchange: Exchange,
  ) {
    const personId = personIdOf(id);
    const { reason } = parseBody(Revoked, body).role;
    return this.records.decide(exchange, 'revoke-role', { personId, role, reason });
  }
}
