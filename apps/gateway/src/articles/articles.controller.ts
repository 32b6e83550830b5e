import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '#identity/caller.js';
import { parseBody } from '#http/validate.js';
import { etagHeader, Gives, IsCached, IsRead, linkHeader, Refuses } from '../answers/route-documentation.js';
import { CachedAnswers } from '../cache/cached-answers.js';
import { ViewedBy } from '../callers/caller.js';
import { Consistency } from '../consistency/consistency.js';
import { ArticleAnswer, ArticlesAnswer } from './article.answers.js';
import { Articles } from './articles.js';
import { PageOfArticles } from './page-of-articles.js';

const afterDescription = 'The id of an article: what stands behind it; not with `offset`';

@ApiTags('Articles')
@Controller('api/articles')
export class ArticlesController {
  constructor(
    @Inject(Articles) private readonly articles: Articles,
    @Inject(CachedAnswers) private readonly cached: CachedAnswers,
    @Inject(Consistency) private readonly consistency: Consistency,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Articles without their bodies, newest first; to an account with what is new to it' })
  @ApiQuery({ name: 'limit', required: false, schema: { type: 'integer', minimum: 1, maximum: 100, default: 20 } })
  @ApiQuery({ name: 'offset', required: false, schema: { type: 'integer', minimum: 0, default: 0 } })
  @ApiQuery({
    name: 'after',
    required: false,
    schema: { type: 'string', format: 'uuid' },
    description: afterDescription,
  })
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
    await this.consistency.meet(request);
    // Guests have no visits, so the answer is that of a stranger.
    const readerId = viewer?.kind === 'account' ? viewer.personId : undefined;
    await this.cached.send(reply.header('Vary', 'Authorization'), {
      forReader: readerId,
      name: `list ${page.limit} ${page.offset} ${page.after}`,
      readVersion: () => this.articles.readListVersion(),
      make: () => this.articles.list(page, readerId),
    });
  }

  @Get(':slug')
  @ApiOperation({ summary: 'One article' })
  @Gives(200, 'The article', ArticleAnswer, etagHeader)
  @IsRead()
  @IsCached()
  @Refuses(404)
  async read(@Param('slug') slug: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.consistency.meet(request);
    await this.cached.send(reply, {
      name: `article ${slug}`,
      readVersion: () => this.articles.readVersion(slug),
      make: () => this.articles.one(slug),
    });
  }
}
