import { Controller, Get, Inject, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Pool } from 'pg';
import { z } from 'zod';
import { readPersonHistory } from '#read-models/person-history/read-person-history.js';
import type { Caller } from '#service/tokens.js';
import { AskedBy } from '../callers/caller.js';
import { Consistency } from '../consistency/consistency.js';
import { Gives, IsRead } from '../docs/route-documentation.js';
import { READ_POOL } from '../read-database/read-database.js';

const kinds: Record<string, 'warning' | 'suspension' | 'ban' | 'premoderation' | 'reinstatement'> = {
  PersonWarned: 'warning',
  PersonSuspended: 'suspension',
  PersonBanned: 'ban',
  PersonPremoderated: 'premoderation',
  PersonReinstated: 'reinstatement',
};

const OwnSanctions = z.object({
  sanctions: z.array(
    z.object({
      kind: z.enum(['warning', 'suspension', 'ban', 'premoderation', 'reinstatement']),
      at: z.iso.datetime(),
      reason: z.string().nullable(),
      note: z.string().nullable(),
      until: z.iso.datetime().nullable(),
    }),
  ),
});

/** Told to whom it concerns, without who it was that decided. */
@ApiTags('People')
@Controller('api/me/sanctions')
export class OwnSanctionsController {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    @Inject(Consistency) private readonly consistency: Consistency,
  ) {}

  @Get()
  @ApiOperation({ summary: 'What moderators have told me or decided about me, the latest first' })
  @Gives(200, 'Warnings, sanctions, and when they were lifted', OwnSanctions)
  @IsRead()
  async read(@AskedBy() { personId }: Caller, @Req() request: FastifyRequest): Promise<z.infer<typeof OwnSanctions>> {
    await this.consistency.meet(request);
    const history = await readPersonHistory(this.pool, personId);
    const sanctions = history.flatMap(({ type, happenedAt, reason, note, until }) => {
      const kind = kinds[type];
      return kind ? [{ kind, at: happenedAt.toISOString(), reason, note, until: until && until.toISOString() }] : [];
    });
    return { sanctions };
  }
}
