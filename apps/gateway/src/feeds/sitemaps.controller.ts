import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refuses } from '../answers/route-documentation.js';
import { byTheHour } from './by-the-hour.js';
import { FeedAnswers } from './feed-answers.js';
import { Feeds } from './feeds.js';
import { GivesText } from './is-feed.js';
import { Sitemaps } from './sitemaps.js';

const type = 'application/xml; charset=utf-8';

@ApiTags('Feeds')
@Controller()
export class SitemapsController {
  constructor(
    @Inject(Feeds) private readonly feeds: Feeds,
    @Inject(Sitemaps) private readonly sitemaps: Sitemaps,
    @Inject(FeedAnswers) private readonly answers: FeedAnswers,
  ) {}

  @Get('sitemap.xml')
  @ApiOperation({ summary: 'The index of the sitemap' })
  @GivesText('The index', 'application/xml')
  index(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const make = (origin: string) => this.sitemaps.index(origin);
    return this.answers.send({ request, reply }, { type, readVersion: () => this.feeds.readVersion(), make });
  }

  @Get('sitemaps/:part.xml')
  @ApiOperation({ summary: 'A part of the sitemap: `pages`, `news`, or a number' })
  @GivesText('The part', 'application/xml')
  @Refuses(404)
  part(@Param('part') part: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const make = (origin: string) => this.sitemaps.part(origin, part);
    const readVersion = async () => {
      const version = await this.feeds.readVersion();
      // Articles are news for two days.
      return part === 'news' ? byTheHour(version) : version;
    };
    return this.answers.send({ request, reply }, { type, readVersion, make });
  }
}
