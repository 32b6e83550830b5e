import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { Role } from '#contracts/people/role.events.js';
import { parseBody } from '#http/validate.js';
import { Gives, IsRead, linkHeader, Refuses } from '../answers/route-documentation.js';
import { Consistency } from '../consistency/consistency.js';
import { PeopleList } from './people-list.js';
import { PeopleAnswer, WantedPeople } from './people.answers.js';
import { PersonKind } from './person-record.js';

@ApiTags('Moderation')
@Controller('api/people')
export class PeopleListController {
  constructor(
    @Inject(PeopleList) private readonly people: PeopleList,
    @Inject(Consistency) private readonly consistency: Consistency,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'Guests and accounts, those who came last first',
    description:
      'A page is searched for in the 50,000 people behind `after`: where few fit it may be short, or empty, and have a ' +
      '`next` one.',
  })
  @ApiQuery({ name: 'name', required: false, schema: { type: 'string' }, description: 'A part of a name or nick' })
  @ApiQuery({ name: 'kind', required: false, schema: { type: 'string', enum: PersonKind.options } })
  @ApiQuery({ name: 'role', required: false, schema: { type: 'string', enum: Role.options } })
  @ApiQuery({ name: 'sanctioned', required: false, schema: { type: 'boolean' }, description: 'Now' })
  @ApiQuery({ name: 'after', required: false, schema: { type: 'string', format: 'uuid' } })
  @ApiQuery({ name: 'limit', required: false, schema: { type: 'integer', minimum: 1, maximum: 100, default: 20 } })
  @Gives(200, 'A page', PeopleAnswer, linkHeader)
  @IsRead()
  @Refuses(422)
  async list(
    @Query() query: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<z.infer<typeof PeopleAnswer>> {
    const wanted = parseBody(WantedPeople, query);
    await this.consistency.meet(request);
    const { page, link } = await this.people.page(wanted);
    if (link !== undefined) reply.header('Link', `<${link}>; rel="next"`);
    return page;
  }
}
