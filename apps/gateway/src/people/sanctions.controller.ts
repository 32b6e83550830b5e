import { Body, Controller, Delete, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { ReinstatePerson, SanctionPerson } from '#contracts/people/sanction.commands.js';
import { parseBody } from '#http/validate.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { Gives, IsWrite, MayBeAccepted, Refuses, Takes } from '../answers/route-documentation.js';
import { MayBeBoundToWhatWasRead } from '../decisions/change.answers.js';
import { personIdOf } from './person-id.js';
import { PersonAnswer } from './person-record.js';
import { PersonRecords } from './person-records.js';

const { personId: _, ...ofSanction } = SanctionPerson.shape;
const Sanctioning = z.object({ sanction: z.object(ofSanction) });
const Reinstating = z.object({ sanction: ReinstatePerson.omit({ personId: true }) });

@ApiTags('Moderation')
@IsWrite()
@MayBeAccepted()
@MayBeBoundToWhatWasRead()
@Refuses(404)
@Controller('api/people/:id/sanctions')
export class SanctionsController {
  constructor(@Inject(PersonRecords) private readonly records: PersonRecords) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Warn, suspend, ban or pre-moderate a guest or an account',
    description:
      'A warning is told to the person. Suspended or banned they read and may still take or erase their data. What a ' +
      'pre-moderated person writes is held. Only an admin judges editors, moderators and admins.',
  })
  @Takes(Sanctioning)
  @Gives(200, 'In force from the next request on', PersonAnswer)
  sanction(@Param('id') id: string, @Body() body: unknown, @InExchange() exchange: Exchange) {
    const personId = personIdOf(id);
    return this.records.decide(exchange, 'sanction-person', { personId, ...parseBody(Sanctioning, body).sanction });
  }

  @Delete()
  @ApiOperation({ summary: 'Lift suspension, ban and pre-moderation of a person' })
  @Takes(Reinstating)
  @Gives(200, 'Lifted', PersonAnswer)
  reinstate(@Param('id') id: string, @Body() body: unknown, @InExchange() exchange: Exchange) {
    const personId = personIdOf(id);
    return this.records.decide(exchange, 'reinstate-person', { personId, ...parseBody(Reinstating, body).sanction });
  }
}
