import { Body, Controller, Get, Inject, Param, Patch, Post, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { OpenSection, SectionChanges } from '#contracts/sections/section.commands.js';
import { notFound } from '#http/problem.js';
import { parseBody } from '#http/validate.js';
import {
  etagHeader,
  Gives,
  IsCached,
  IsRead,
  IsWrite,
  MayBeAccepted,
  Refuses,
  Takes,
} from '../answers/route-documentation.js';
import { CachedAnswers } from '../cache/cached-answers.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { SERVICES, type Services } from '../commands/services.js';
import { type Written, Writes } from '../commands/writes.js';
import { Consistency } from '../consistency/consistency.js';
import { MayBeBoundToWhatWasRead } from '../decisions/change.answers.js';
import { Decisions } from '../decisions/decisions.js';
import { Sites } from '../site-identity/sites.js';
import { SectionAnswer, SectionsAnswer } from './section.answers.js';
import { Sections } from './sections.js';

const Opened = z.object({ section: OpenSection });
const Changed = z.object({ section: SectionChanges });

@ApiTags('Sections')
@Controller('api/sections')
export class SectionsController {
  constructor(
    @Inject(Sections) private readonly sections: Sections,
    @Inject(Sites) private readonly sites: Sites,
    @Inject(CachedAnswers) private readonly cached: CachedAnswers,
    @Inject(SERVICES) private readonly services: Services,
    @Inject(Writes) private readonly writes: Writes,
    @Inject(Decisions) private readonly decisions: Decisions,
    @Inject(Consistency) private readonly consistency: Consistency,
  ) {}

  @Get()
  @ApiOperation({ summary: 'All sections, in their order' })
  @Gives(200, 'The sections', SectionsAnswer, etagHeader)
  @IsRead()
  @IsCached()
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.consistency.meet(request);
    await this.cached.send(reply, {
      name: 'sections',
      readVersion: () => this.sites.readVersion(),
      make: () => this.sections.list(),
    });
  }

  @Post()
  @ApiOperation({ summary: 'Open a section' })
  @Takes(Opened)
  @Gives(201, 'Open: articles can be filed in it', SectionAnswer)
  @IsWrite()
  @MayBeAccepted()
  @Refuses(409)
  async open(@Body() body: unknown, @InExchange() exchange: Exchange) {
    const write = await this.writes.begin(exchange);
    const { section } = parseBody(Opened, body);
    type Opening = Written & { sectionId: string };
    const opened = await this.writes.send<Opening>(write, this.services.articles, 'open-section', section);
    return this.writes.show(write, opened, () => this.sections.of(opened.sectionId));
  }

  @Patch(':id')
  @ApiOperation({ summary: 'Change a section: what is left out stays; with another name it gets another slug' })
  @Takes(Changed)
  @Gives(200, 'The section as everyone reads it now', SectionAnswer)
  @IsWrite()
  @MayBeAccepted()
  @MayBeBoundToWhatWasRead()
  @Refuses(404, 409)
  async change(@Param('id') id: string, @Body() body: unknown, @InExchange() exchange: Exchange) {
    const write = await this.writes.begin(exchange);
    if (!z.uuid().safeParse(id).success) throw notFound('section');
    const { section } = parseBody(Changed, body);
    const command = { sectionId: id, ...section };
    const changed = await this.decisions.send<Written>(write, this.services.articles, 'change-section', command);
    return this.writes.show(write, changed, () => this.sections.of(id));
  }
}
