import { Controller, Get, Header, Inject, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import type { Pool } from 'pg';
import { readCommenter } from '#read-models/commenter/read-commenter.js';
import { readCommentsOfPerson } from '#read-models/commenter/read-comments-of-person.js';
import { readWholeDraftsOf } from '#read-models/draft/read-whole-drafts-of.js';
import { readNickHistory } from '#read-models/nick-history/read-nick-history.js';
import { readPersonHistory } from '#read-models/person-history/read-person-history.js';
import { readFollowed } from '#read-models/profile/read-followed.js';
import { readFavoritesOfPerson } from '#read-models/favorite/read-favorites-of-person.js';
import { readMuted } from '#read-models/muted/read-muted.js';
import { readVisitsOfPerson } from '#read-models/thread-visit/read-visits-of-person.js';
import { unauthorized, unavailable } from '#http/problem.js';
import type { Caller } from '#identity/caller.js';
import { BigAnswers, maxBytesAtOnce } from '../answers/big-answers.js';
import { AskedBy } from '../callers/caller.js';
import { Consistency } from '../consistency/consistency.js';
import { Gives, IsRead } from '../answers/route-documentation.js';
import { READ_POOL } from '../read-database/read-database.js';
import { ReadEntities } from '../read-database/read-entities.js';
import { exportJson } from './export-json.js';
import { ownSanctions } from '../me/own-sanctions.js';
import { presentMutes } from '../mutes/mutes.answers.js';
import { ExportAnswer } from './export.answers.js';

/** Comments, drafts, followed accounts, visited threads or favourites in one query. */
const commentsAtOnce = 100;
const draftsAtOnce = 100;
const followedAtOnce = 1_000;
const visitsAtOnce = 1_000;
const favoritesAtOnce = 1_000;

@ApiTags('People')
@Controller('api/me/export')
export class ExportController {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    @Inject(ReadEntities) private readonly entities: ReadEntities,
    @Inject(Consistency) private readonly consistency: Consistency,
    @Inject(BigAnswers) private readonly big: BigAnswers,
  ) {}

  @Get()
  @Header('Cache-Control', 'no-store')
  @ApiOperation({
    summary: 'Everything about me, guest or account: who I am, my comments, and what I have not published',
  })
  @Gives(200, 'One JSON document, streamed; whole when it ends with `]}`', ExportAnswer)
  @IsRead()
  async export(
    @AskedBy() { personId }: Caller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    await this.consistency.meet(request);
    const commenter = await readCommenter(this.pool, personId);
    if (commenter === undefined) throw unavailable('You are not shown yet.', 1);
    if (commenter.kind === 'erased') throw unauthorized('is of somebody who was erased');
    const [nicks, mutes, history] = await Promise.all([
      readNickHistory(this.pool, personId),
      readMuted(this.pool, personId),
      this.entities.read((tables) => readPersonHistory(tables, personId)),
    ]);
    this.big.admit(reply, maxBytesAtOnce);
    const since = nicks.map((nick) => ({ ...nick, since: nick.since.toISOString() }));
    const exported = {
      commenter: { ...commenter, kind: commenter.kind },
      nicks: since,
      sanctions: ownSanctions(history),
      mutes: presentMutes(mutes),
    };
    const mine = { personId, maxBytes: maxBytesAtOnce };
    const text = exportJson(exported, new Date().toISOString(), {
      followed: (behind) => readFollowed(this.pool, { personId, behind, most: followedAtOnce }),
      visits: (behind) => readVisitsOfPerson(this.pool, { personId, behind, most: visitsAtOnce }),
      favorites: (behind) => readFavoritesOfPerson(this.pool, { personId, behind, most: favoritesAtOnce }),
      drafts: (behind) => readWholeDraftsOf(this.pool, { ...mine, behind, most: draftsAtOnce }),
      comments: (behind) => readCommentsOfPerson(this.pool, { ...mine, behind, most: commentsAtOnce }),
    });
    // Each page is one chunk, so at most one is fetched ahead of the reader.
    return new StreamableFile(Readable.from(text, { highWaterMark: 1 }), {
      type: 'application/json; charset=utf-8',
      disposition: 'attachment; filename="everything-about-me.json"',
    });
  }
}
