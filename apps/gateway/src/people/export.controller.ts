import { Controller, Get, Header, Inject, Req, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import type { Pool } from 'pg';
import { readCommenter } from '#read-models/commenter/read-commenter.js';
import { readCommentsOfPerson } from '#read-models/commenter/read-comments-of-person.js';
import { unauthorized, unavailable } from '#service/problem.js';
import type { Caller } from '#service/tokens.js';
import { AskedBy } from '../callers/caller.js';
import { Consistency } from '../consistency/consistency.js';
import { Gives, IsRead } from '../docs/route-documentation.js';
import { READ_POOL } from '../read-database/read-database.js';
import { exportJson } from './export-json.js';
import { ExportAnswer } from './people.answers.js';

/** Comments read at once. */
const pageLength = 100;

@ApiTags('People')
@Controller('api/me/export')
export class ExportController {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    @Inject(Consistency) private readonly consistency: Consistency,
  ) {}

  @Get()
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'Everything about me, guest or account: who I am, and all my comments' })
  @Gives(200, 'One JSON document, streamed; whole when it ends with `]}`', ExportAnswer)
  @IsRead()
  async export(@AskedBy() { personId }: Caller, @Req() request: FastifyRequest): Promise<StreamableFile> {
    await this.consistency.meet(request);
    const commenter = await readCommenter(this.pool, personId);
    if (commenter === undefined) throw unavailable('You are not shown yet.', 1);
    if (commenter.kind === 'erased') throw unauthorized('is of somebody who was erased');
    const text = exportJson(commenter, new Date().toISOString(), (behind) =>
      readCommentsOfPerson(this.pool, { personId, behind, most: pageLength }),
    );
    // A page is a chunk: more than one ahead of the reader is not fetched.
    return new StreamableFile(Readable.from(text, { highWaterMark: 1 }), {
      type: 'application/json; charset=utf-8',
      disposition: 'attachment; filename="everything-about-me.json"',
    });
  }
}
