import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sitePages } from '#contracts/site/site.events.js';
import { etagHeader, Gives, IsCached, IsRead, Refuses } from '../answers/route-documentation.js';
import { CachedAnswers } from '../cache/cached-answers.js';
import { Consistency } from '../consistency/consistency.js';
import { SiteAnswer, SitePageAnswer } from './site.answers.js';
import { Sites } from './sites.js';

@ApiTags('Site')
@Controller('api/site')
export class SiteIdentityController {
  constructor(
    @Inject(Sites) private readonly sites: Sites,
    @Inject(CachedAnswers) private readonly cached: CachedAnswers,
    @Inject(Consistency) private readonly consistency: Consistency,
  ) {}

  @Get()
  @ApiOperation({ summary: 'What the site is called, its language and time zone, and which pages it has' })
  @Gives(200, 'The site', SiteAnswer, etagHeader)
  @IsRead()
  @IsCached()
  async read(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.consistency.meet(request);
    await this.cached.send(reply, {
      name: 'site',
      readVersion: () => this.sites.readVersion(),
      make: () => this.sites.site(),
    });
  }

  @Get('pages/:page')
  @ApiOperation({ summary: 'A page of the site' })
  @ApiParam({ name: 'page', schema: { type: 'string', enum: [...sitePages] } })
  @Gives(200, 'The page', SitePageAnswer, etagHeader)
  @IsRead()
  @IsCached()
  @Refuses(404)
  async page(@Param('page') page: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.consistency.meet(request);
    await this.cached.send(reply, {
      name: `site page ${page}`,
      readVersion: () => this.sites.readVersion(),
      make: () => this.sites.page(page),
    });
  }
}
