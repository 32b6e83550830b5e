import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { notFound, unprocessable } from '#http/problem.js';
import { parseBody } from '#http/validate.js';
import { readNames } from '#read-models/commenter/read-names.js';
import { Gives, IsRead, Refuses } from '../answers/route-documentation.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { SERVICES, type Services } from '../commands/services.js';
import { type Written, Writes } from '../commands/writes.js';
import { ReadEntities } from '../read-database/read-entities.js';
import { differenceOf, type Said } from './difference.js';
import { RevisionsAnswer } from './revision.answers.js';

const version = z
  .string({ error: 'is given twice' })
  .regex(/^[1-9]\d{0,8}$/, 'must be a version')
  .transform(Number);
const Wanted = z.object({ from: version.optional(), to: version.optional(), before: version.optional() });

interface Told extends Written {
  revisions: Omit<z.infer<typeof RevisionsAnswer>['revisions'][number], 'actorName'>[];
  next: number | null;
  contents: { version: number; content: Said }[];
}

@ApiTags('Articles')
@Controller('api/revisions')
export class RevisionsController {
  constructor(
    @Inject(SERVICES) private readonly services: Services,
    @Inject(Writes) private readonly writes: Writes,
    @Inject(ReadEntities) private readonly entities: ReadEntities,
  ) {}

  @Get(':id')
  @ApiOperation({ summary: 'The revisions of an article or draft, to its author and to editors; what differs in two' })
  @ApiQuery({ name: 'from', required: false, schema: { type: 'integer', minimum: 1 }, description: 'A version' })
  @ApiQuery({ name: 'to', required: false, schema: { type: 'integer', minimum: 1 }, description: 'Another one' })
  @ApiQuery({
    ...{ name: 'before', required: false, schema: { type: 'integer', minimum: 1 } },
    description: 'A version: the page of the revisions before it',
  })
  @Gives(200, 'Up to 50 revisions, the latest first', RevisionsAnswer)
  @IsRead()
  @Refuses(404, 422, 503)
  async list(
    @Param('id') id: string,
    @Query() query: unknown,
    @InExchange() exchange: Exchange,
  ): Promise<z.infer<typeof RevisionsAnswer>> {
    if (!z.uuid().safeParse(id).success) throw notFound('article');
    const { from, to, before } = parseBody(Wanted, query);
    const versions = from === undefined || to === undefined ? [] : [from, to];
    const asked = await this.writes.begin(exchange);
    const command = { articleId: id, versions, before };
    const { revisions, next, contents } = await this.writes.send<Told>(
      asked,
      this.services.articles,
      'list-revisions',
      command,
    );
    const names = await this.namesOf(revisions);
    const contentOf = (wanted: number, name: string) => {
      const found = contents.find((each) => each.version === wanted);
      if (found === undefined) throw unprocessable({ [name]: ['is not a revision'] });
      return found.content;
    };
    return {
      revisions: revisions.map((each) => ({ ...each, actorName: names.get(each.actorId ?? '') ?? null })),
      next,
      ...(from !== undefined &&
        to !== undefined && { difference: differenceOf(contentOf(from, 'from'), contentOf(to, 'to')) }),
    };
  }

  private namesOf(revisions: Told['revisions']): Promise<Map<string, string>> {
    const ids = revisions.flatMap(({ actorId }) => (actorId === null ? [] : [actorId]));
    return this.entities.read((tables) => readNames(tables, ids));
  }
}
