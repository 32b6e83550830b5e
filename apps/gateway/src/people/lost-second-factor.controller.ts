import { Body, Controller, Delete, HttpCode, Inject, Param } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { RemoveSecondFactorOf } from '#contracts/people/second-factor.commands.js';
import { parseBody } from '#http/validate.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { IsWrite, MayBeAccepted, Refuses, Takes } from '../answers/route-documentation.js';
import { MayBeBoundToWhatWasRead } from '../decisions/change.answers.js';
import { personIdOf } from './person-id.js';
import { PersonRecords } from './person-records.js';

const Removing = z.object({ secondFactor: RemoveSecondFactorOf.omit({ personId: true }) });

@ApiTags('Moderation')
@Controller('api/people/:id/second-factor')
export class LostSecondFactorController {
  constructor(@Inject(PersonRecords) private readonly records: PersonRecords) {}

  @Delete()
  @HttpCode(204)
  @ApiOperation({
    summary: 'Remove the second factor of an account that has lost it; its password alone is enough then',
  })
  @Takes(Removing)
  @IsWrite()
  @MayBeAccepted()
  @MayBeBoundToWhatWasRead()
  @Refuses(404)
  async remove(@Param('id') id: string, @Body() body: unknown, @InExchange() exchange: Exchange) {
    const personId = personIdOf(id);
    const { reason } = parseBody(Removing, body).secondFactor;
    const shown = await this.records.decide(exchange, 'remove-second-factor-of', { personId, reason });
    return 'status' in shown ? shown : undefined;
  }
}
