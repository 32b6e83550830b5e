import { Controller, Get, Inject, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { readPersonHistory } from '#read-models/person-history/read-person-history.js';
import type { Caller } from '#identity/caller.js';
import { AskedBy } from '../callers/caller.js';
import { Consistency } from '../consistency/consistency.js';
import { Gives, IsRead } from '../answers/route-documentation.js';
import { ReadEntities } from '../read-database/read-entities.js';
import { OwnSanction, ownSanctions } from './own-sanctions.js';

const OwnSanctions = z.object({ sanctions: z.array(OwnSanction) });

@ApiTags('People')
@Controller('api/me/sanctions')
export class OwnSanctionsController {
  constructor(
    @Inject(ReadEntities) private readonly entities: ReadEntities,
    @Inject(Consistency) private readonly consistency: Consistency,
  ) {}

  @Get()
  @ApiOperation({ summary: 'What moderators have told me or decided about me, the latest first' })
  @Gives(200, 'Warnings, sanctions, and when they were lifted', OwnSanctions)
  @IsRead()
  async read(@AskedBy() { personId }: Caller, @Req() request: FastifyRequest): Promise<z.infer<typeof OwnSanctions>> {
    await this.consistency.meet(request);
    const history = await this.entities.read((tables) => readPersonHistory(tables, personId));
    return { sanctions: ownSanctions(history) };
  }
}
