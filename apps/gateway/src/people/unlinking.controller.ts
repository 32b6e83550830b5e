import { Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { Gives, IsWrite, MayBeAccepted, Refuses } from '../answers/route-documentation.js';
import { MayBeBoundToWhatWasRead } from '../decisions/change.answers.js';
import { personIdOf } from './person-id.js';
import { PersonAnswer } from './person-record.js';
import { PersonRecords } from './person-records.js';

@ApiTags('Moderation')
@Controller('api/people/:id/unlink')
export class UnlinkingController {
  constructor(@Inject(PersonRecords) private readonly records: PersonRecords) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Undo that a guest has become an account',
    description: 'What the guest wrote is theirs again, and their credential is good again. `:id` is the guest.',
  })
  @Gives(200, 'The guest, on their own again', PersonAnswer)
  @IsWrite()
  @MayBeAccepted()
  @MayBeBoundToWhatWasRead()
  @Refuses(404)
  unlink(@Param('id') id: string, @InExchange() exchange: Exchange) {
    return this.records.decide(exchange, 'unlink-guest', { personId: personIdOf(id) });
  }
}
