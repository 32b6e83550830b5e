import { applyDecorators, Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '#identity/caller.js';
import { parseBody } from '#http/validate.js';
import { etagHeader, Gives, IsCached, IsRead, linkHeader, Refuses } from '../answers/route-documentation.js';
import { CachedAnswers } from '../cache/cached-answers.js';
import { AskedBy, ViewedBy } from '../callers/caller.js';
import { Consistency } from '../consistency/consistency.js';
import { ArticleAnswer, ArticlesAnswer } from './article.answers.js';
import { Articles } from './articles.js';
import { filters, PageOfArticles, PageOfFeed } from './page-of-articles.js';

const afterDescription = 'The id of an article: what stands behind it; not with `offset`';

const IsPageOfList = () =>
  applyDecorators(
    ApiQuery({ name: 'limit', required: false, schema: { type: 'integer', minimum: 1, maximum: 100, default: 20 } }),
    ApiQuery({ name: 'offset', required: false, schema: { type: 'integer', minimum: 0, default: 0 } }),
    ApiQuery({
      ...{ name: 'after', required: false, description: afterDescription },
      schema: { type: 'string', format: 'uuid' },
    }),
  );

const Filter = (name: string, description: string) =>
  ApiQuery({ name, required: false, schema: { type: 'string' }, description });

/** Guests have neither favourites nor whom they follow: an article is to them what it is to a stranger. */
const readerOf = (viewer: Caller | undefined) => (viewer?.kind === 'account' ? viewer.personId : undefined);

@ApiTags('Articles')
@Controller('api/articles')
export class ArticlesController {
  constructor(
    @Inject(Articles) private readonly articles: Articles,
    @Inject(CachedAnswers) private readonly cached: CachedAnswers,
    @Inject(Consistency) private readonly consistency: Consistency,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Articles without their bodies, newest first; to an account with what is its own' })
  @IsPageOfList()
  @Filter('tag', 'Only those with this tag')
  @Filter('section', 'Only those of the section with this slug')
  @Filter('author', 'Only those of the account with this name')
  @Filter('source', 'Only those of this source, by its `sourceKey`')
  @Filter('from', 'Only those published at this time or later, in UTC')
  @Filter('to', 'Only those published before this time, in UTC')
  @Filter('authorId', 'Only those of the account with this id')
  @Filter('favorited', 'Only the favourites of the account with this name')
  @Gives(200, 'A page, and how many there are in all', ArticlesAnswer, { ...linkHeader, ...etagHeader })
  @IsRead()
  @IsCached()
  @Refuses(422)
  async list(
    @Query() query: unknown,
    @ViewedBy() viewer: Caller | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const page = parseBody(PageOfArticles, query);
    const { limit, offset, after, ...wanted } = page;
    await this.consistency.meet(request);
    const readerId = await this.readerOfList(viewer);
    await this.cached.send(reply.header('Vary', 'Authorization'), {
      forReader: readerId,
      name: `list ${JSON.stringify([limit, offset, after, filters.map((filter) => wanted[filter])])}`,
      readVersion: () => this.articles.readListVersion(),
      make: () => this.articles.list(page, readerId),
    });
  }

  /** A guest who mutes nothing has the list of a stranger. */
  private async readerOfList(viewer: Caller | undefined): Promise<string | undefined> {
    if (viewer?.kind !== 'guest') return readerOf(viewer);
    return (await this.articles.differsFor(viewer.personId)) ? viewer.personId : undefined;
  }

  @Get('feed')
  @ApiOperation({ summary: 'Articles of those whom I follow, newest first' })
  @IsPageOfList()
  @Gives(200, 'A page, and how many there are in all', ArticlesAnswer, linkHeader)
  @IsRead()
  @Refuses(422)
  async feed(
    @Query() query: unknown,
    @AskedBy() { personId }: Caller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const page = parseBody(PageOfFeed, query);
    await this.consistency.meet(request);
    await this.cached.send(reply, {
      ...{ forReader: personId, name: 'feed', readVersion: () => this.articles.readListVersion() },
      make: () => this.articles.list({ ...page, followedBy: personId }, personId),
    });
  }

  @Get(':slug')
  @ApiOperation({ summary: 'One article; to an account with what is its own' })
  @Gives(200, 'The article', ArticleAnswer, etagHeader)
  @IsRead()
  @IsCached()
  @Refuses(301, 404, 410)
  async read(
    @Param('slug') slug: string,
    @ViewedBy() viewer: Caller | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.consistency.meet(request);
    const readerId = readerOf(viewer);
    await this.cached.send(reply.header('Vary', 'Authorization'), {
      forReader: readerId,
      name: `article ${slug}`,
      readVersion: () => this.articles.readVersion(slug),
      make: () => this.articles.one(slug, readerId),
    });
  }
}
