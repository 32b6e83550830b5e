import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Consistency } from '../consistency/consistency.js';
import { Gives, IsRead, Refuses, versionHeader } from '../answers/route-documentation.js';
import { personIdOf } from './person-id.js';
import { PersonAnswer } from './person-record.js';
import { PersonRecords } from './person-records.js';

@ApiTags('Moderation')
@Controller('api/people/:id')
export class PeopleController {
  constructor(
    @Inject(PersonRecords) private readonly records: PersonRecords,
    @Inject(Consistency) private readonly consistency: Consistency,
  ) {}

  @Get()
  @ApiOperation({ summary: 'A guest or an account, with what was done about them and by whom' })
  @Gives(200, 'The record', PersonAnswer, versionHeader)
  @IsRead()
  @Refuses(404)
  async read(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PersonAnswer> {
    const personId = personIdOf(id);
    await this.consistency.meet(request);
    return this.records.read(personId, reply);
  }
}
