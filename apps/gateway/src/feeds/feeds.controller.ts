import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refuses } from '../answers/route-documentation.js';
import { personIdOf } from '../people/person-id.js';
import { FormerSlug } from '../read-database/why-missing.js';
import type { Channel } from './channel.js';
import { type Asked, FeedAnswers } from './feed-answers.js';
import { feedFormat } from './feed-formats.js';
import { Feeds, movedTo } from './feeds.js';
import { IsFeed } from './is-feed.js';
import { legalXml } from './legal-xml.js';
import { paths } from './paths.js';

@ApiTags('Feeds')
@Controller()
export class FeedsController {
  constructor(
    @Inject(Feeds) private readonly feeds: Feeds,
    @Inject(FeedAnswers) private readonly answers: FeedAnswers,
  ) {}

  @Get('feed.:format')
  @ApiOperation({ summary: 'The newest articles, as a feed' })
  @IsFeed('The feed')
  @Refuses(404)
  site(@Param('format') format: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.send({ request, reply }, format, (origin) => this.feeds.ofSite(origin));
  }

  @Get('sections/:slug/feed.:format')
  @ApiOperation({ summary: 'The newest articles of a section, as a feed' })
  @IsFeed('The feed')
  @Refuses(301, 404)
  section(
    @Param() { slug, format }: { slug: string; format: string },
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.send({ request, reply }, format, (origin) => this.feeds.ofSection(origin, slug, format));
  }

  @Get('tags/:tag/feed.:format')
  @ApiOperation({ summary: 'The newest articles with a tag, as a feed' })
  @IsFeed('The feed')
  @Refuses(404)
  tag(
    @Param() { tag, format }: { tag: string; format: string },
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.send({ request, reply }, format, (origin) => this.feeds.ofTag(origin, tag));
  }

  @Get('people/:id/feed.:format')
  @ApiOperation({ summary: 'The newest articles of an account, as a feed' })
  @IsFeed('The feed')
  @Refuses(404)
  person(
    @Param() { id, format }: { id: string; format: string },
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.send({ request, reply }, format, (origin) => this.feeds.ofPerson(origin, personIdOf(id)));
  }

  @Get('articles/:slug/feed.:format')
  @ApiOperation({ summary: 'The newest comments of an article, as a feed' })
  @IsFeed('The feed')
  @Refuses(301, 404, 410)
  async thread(
    @Param() { slug, format }: { slug: string; format: string },
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const make = (origin: string) => this.feeds.ofThread(origin, slug);
    await this.send({ request, reply }, format, make, () => this.feeds.readThreadVersion(slug)).catch(
      (error: unknown) => {
        throw error instanceof FormerSlug ? movedTo(`${paths.article(error.slug)}/feed.${format}`) : error;
      },
    );
  }

  private async send(
    asked: Asked,
    format: string,
    make: (origin: string) => Promise<Channel>,
    readVersion = () => this.feeds.readVersion(),
  ): Promise<void> {
    const { type, write } = feedFormat(format);
    await this.answers.send(asked, {
      ...{ type, readVersion },
      make: async (origin) => write(legalXml(await make(origin))),
    });
  }
}
