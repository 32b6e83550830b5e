import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { articlesWithTagsTold } from '#read-models/article-tag/read-tags.js';
import { etagHeader, Gives, IsCached, IsRead } from '../answers/route-documentation.js';
import { CachedAnswers } from '../cache/cached-answers.js';
import { Consistency } from '../consistency/consistency.js';
import { TagsAnswer } from './article.answers.js';
import { Articles } from './articles.js';

@ApiTags('Articles')
@Controller('api/tags')
export class TagsController {
  constructor(
    @Inject(Articles) private readonly articles: Articles,
    @Inject(CachedAnswers) private readonly cached: CachedAnswers,
    @Inject(Consistency) private readonly consistency: Consistency,
  ) {}

  @Get()
  @ApiOperation({ summary: `Tags of the ${articlesWithTagsTold.toLocaleString('en')} newest articles` })
  @Gives(200, 'The tags, those used last first', TagsAnswer, etagHeader)
  @IsRead()
  @IsCached()
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.consistency.meet(request);
    await this.cached.send(reply, {
      name: 'tags',
      readVersion: () => this.articles.readListVersion(),
      make: () => this.articles.tags(),
    });
  }
}
