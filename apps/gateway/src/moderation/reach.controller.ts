import { Controller, Get, Inject, Query, Req } from '@nestjs/common';
import { ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { SanctionedRange } from '#contracts/people/address-range.commands.js';
import { parseBody } from '#http/validate.js';
import { Gives, IsRead, Refuses } from '../answers/route-documentation.js';
import { Consistency } from '../consistency/consistency.js';
import { ReachAnswer } from './address-range.answers.js';
import { Reach } from './reach.js';

const Asked = z.object({ range: SanctionedRange });

@ApiTags('Moderation')
@Controller('api/address-ranges/reach')
export class ReachController {
  constructor(
    @Inject(Reach) private readonly reach: Reach,
    @Inject(Consistency) private readonly consistency: Consistency,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'What a sanction of a range of addresses would be about',
    description: 'Who came from there is not told: addresses are kept sealed, and no list of them is searched.',
  })
  @ApiQuery({ name: 'range', required: true, schema: { type: 'string' }, description: 'As 203.0.113.0/24' })
  @Gives(200, 'Its reach', ReachAnswer)
  @IsRead()
  @Refuses(422)
  async read(@Query() query: unknown, @Req() request: FastifyRequest): Promise<z.infer<typeof ReachAnswer>> {
    const { range } = parseBody(Asked, query);
    await this.consistency.meet(request);
    return this.reach.of(range, request.clientAddress);
  }
}
