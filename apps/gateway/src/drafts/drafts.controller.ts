import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Put, Query, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Draft } from '#contracts/articles/article.commands.js';
import { parseBody } from '#http/validate.js';
import type { Caller } from '#identity/caller.js';
import { statusesWithEditors } from '#read-models/draft/read-draft-list.js';
import { PageOfList } from '../answers/page-of-list.js';
import { Gives, IsRead, IsWrite, linkHeader, MayBeAccepted, Refuses, Takes } from '../answers/route-documentation.js';
import { AskedBy } from '../callers/caller.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { SERVICES, type Services } from '../commands/services.js';
import { type Written, Writes } from '../commands/writes.js';
import { Consistency } from '../consistency/consistency.js';
import { MayBeBoundToWhatWasRead } from '../decisions/change.answers.js';
import { DraftAnswer, DraftsAnswer } from './draft.answers.js';
import { Drafts } from './drafts.js';
import { DraftSteps } from './draft-steps.js';

const Saved = z.object({ draft: Draft });
const status = z.enum(statusesWithEditors, `must be ${statusesWithEditors.join(' or ')}`);
const PageOfSubmissions = PageOfList.extend({ status: status.optional() });

@ApiTags('Drafts')
@Controller('api')
export class DraftsController {
  constructor(
    @Inject(Drafts) private readonly drafts: Drafts,
    @Inject(DraftSteps) private readonly steps: DraftSteps,
    @Inject(SERVICES) private readonly services: Services,
    @Inject(Writes) private readonly writes: Writes,
    @Inject(Consistency) private readonly consistency: Consistency,
  ) {}

  @Get('drafts')
  @ApiOperation({ summary: 'My drafts without their bodies, the latest changed first' })
  @ApiQuery({ name: 'limit', required: false, schema: { type: 'integer', minimum: 1, maximum: 100, default: 20 } })
  @ApiQuery({ name: 'offset', required: false, schema: { type: 'integer', minimum: 0, default: 0 } })
  @Gives(200, 'A page, and how many there are in all', DraftsAnswer, linkHeader)
  @IsRead()
  @Refuses(422)
  async list(
    @Query() query: unknown,
    @AskedBy() caller: Caller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<z.infer<typeof DraftsAnswer>> {
    const page = parseBody(PageOfList, query);
    await this.consistency.meet(request);
    return withLink(reply, '/api/drafts?', page, await this.drafts.of(caller, page));
  }

  @Get('submissions')
  @ApiOperation({ summary: 'What is with the editors, submitted or scheduled, the latest changed first' })
  @ApiQuery({ name: 'limit', required: false, schema: { type: 'integer', minimum: 1, maximum: 100, default: 20 } })
  @ApiQuery({ name: 'offset', required: false, schema: { type: 'integer', minimum: 0, default: 0 } })
  @ApiQuery({ name: 'status', required: false, schema: { type: 'string', enum: [...statusesWithEditors] } })
  @Gives(200, 'A page, and how many there are in all', DraftsAnswer, linkHeader)
  @IsRead()
  @Refuses(422)
  async submissions(
    @Query() query: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<z.infer<typeof DraftsAnswer>> {
    const { status, ...page } = parseBody(PageOfSubmissions, query);
    await this.consistency.meet(request);
    const path = `/api/submissions?${status === undefined ? '' : `status=${status}&`}`;
    return withLink(reply, path, page, await this.drafts.submissions(page, status));
  }

  @Post('drafts')
  @ApiOperation({ summary: 'Begin a draft: but for its title all may lack' })
  @Takes(Saved)
  @Gives(201, 'Saved; its author and editors see it', DraftAnswer)
  @IsWrite()
  @MayBeAccepted()
  @Refuses(403)
  async begin(@Body() body: unknown, @AskedBy() caller: Caller, @InExchange() exchange: Exchange) {
    const write = await this.writes.begin(exchange);
    const { draft } = parseBody(Saved, body);
    type Begun = Written & { articleId: string };
    const begun = await this.writes.send<Begun>(write, this.services.articles, 'draft-article', draft);
    return this.steps.show(write, begun, begun.articleId, caller);
  }

  @Get('drafts/:id')
  @ApiOperation({ summary: 'A draft, to its author and to editors' })
  @Gives(200, 'The draft', DraftAnswer)
  @IsRead()
  @Refuses(404)
  async read(@Param('id') id: string, @AskedBy() caller: Caller, @Req() request: FastifyRequest) {
    await this.consistency.meet(request);
    return this.drafts.one(id, caller);
  }

  @Put('drafts/:id')
  @ApiOperation({ summary: 'Save a draft: what it says from now on, all of it' })
  @Takes(Saved)
  @Gives(200, 'Saved', DraftAnswer)
  @IsWrite()
  @MayBeAccepted()
  @MayBeBoundToWhatWasRead()
  @Refuses(404, 409)
  save(@Param('id') id: string, @Body() body: unknown, @AskedBy() caller: Caller, @InExchange() exchange: Exchange) {
    const { draft } = parseBody(Saved, body);
    return this.steps.take('revise-draft', { id, more: draft, caller, exchange });
  }

  @Delete('drafts/:id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Discard a draft' })
  @IsWrite()
  @MayBeAccepted()
  @MayBeBoundToWhatWasRead()
  @Refuses(404, 409)
  discard(@Param('id') id: string, @InExchange() exchange: Exchange) {
    return this.steps.discard(id, exchange);
  }
}

function withLink<List extends { drafts: unknown[]; draftsCount: number }>(
  reply: FastifyReply,
  path: string,
  { limit, offset }: PageOfList,
  list: List,
): List {
  const next = offset + list.drafts.length;
  if (list.drafts.length > 0 && next < list.draftsCount) {
    reply.header('Link', `<${path}limit=${limit}&offset=${next}>; rel="next"`);
  }
  return list;
}
