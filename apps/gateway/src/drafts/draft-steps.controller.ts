import { Body, Controller, Delete, HttpCode, Inject, Param, Post, Put } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { ReturnSubmission, ScheduleDraft } from '#contracts/articles/article.commands.js';
import { parseBody } from '#http/validate.js';
import type { Caller } from '#identity/caller.js';
import { jsonSchemaOf } from '../answers/json-schema.js';
import { Gives, IsWrite, MayBeAccepted, Refuses, Takes } from '../answers/route-documentation.js';
import { ArticleAnswer } from '../articles/article.answers.js';
import { ChangedArticles } from '../articles/changed-articles.js';
import { AskedBy } from '../callers/caller.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { type Written, Writes } from '../commands/writes.js';
import { MayBeBoundToWhatWasRead } from '../decisions/change.answers.js';
import { DraftAnswer } from './draft.answers.js';
import { DraftSteps } from './draft-steps.js';

const Returned = z.object({ draft: ReturnSubmission.omit({ articleId: true }).optional() });
const Scheduled = z.object({ draft: ScheduleDraft.omit({ articleId: true }) });

@ApiTags('Drafts')
@IsWrite()
@MayBeAccepted()
@MayBeBoundToWhatWasRead()
@Controller('api/drafts/:id')
export class DraftStepsController {
  constructor(
    @Inject(DraftSteps) private readonly steps: DraftSteps,
    @Inject(ChangedArticles) private readonly changed: ChangedArticles,
    @Inject(Writes) private readonly writes: Writes,
  ) {}

  @Post('submit')
  @HttpCode(200)
  @ApiOperation({ summary: 'Give a draft to the editors' })
  @Gives(200, 'Submitted: until it is given back or taken back, editors alone change it', DraftAnswer)
  @Refuses(403, 404)
  submit(@Param('id') id: string, @AskedBy() caller: Caller, @InExchange() exchange: Exchange) {
    return this.steps.take('submit-draft', { id, caller, exchange });
  }

  @Post('return')
  @HttpCode(200)
  @ApiOperation({ summary: 'Give a submission back to its author, with a note; or take one’s own back' })
  @ApiBody({ schema: jsonSchemaOf(Returned, 'input'), required: false })
  @Gives(200, 'Its author can change it again', DraftAnswer)
  @Refuses(404)
  giveBack(
    @Param('id') id: string,
    @Body() body: unknown,
    @AskedBy() caller: Caller,
    @InExchange() exchange: Exchange,
  ) {
    const { draft } = parseBody(Returned, body ?? {});
    return this.steps.take('return-submission', { id, more: draft ?? {}, caller, exchange });
  }

  @Put('schedule')
  @ApiOperation({ summary: 'Publish a draft at a time' })
  @Takes(Scheduled)
  @Gives(200, 'Scheduled', DraftAnswer)
  @Refuses(403, 404)
  schedule(
    @Param('id') id: string,
    @Body() body: unknown,
    @AskedBy() caller: Caller,
    @InExchange() exchange: Exchange,
  ) {
    const { draft } = parseBody(Scheduled, body);
    return this.steps.take('schedule-draft', { id, more: draft, caller, exchange });
  }

  @Delete('schedule')
  @HttpCode(200)
  @ApiOperation({ summary: 'Do not publish a draft by itself' })
  @Gives(200, 'It waits for an editor', DraftAnswer)
  @Refuses(404)
  unschedule(@Param('id') id: string, @AskedBy() caller: Caller, @InExchange() exchange: Exchange) {
    return this.steps.take('unschedule-draft', { id, caller, exchange });
  }

  @Post('publish')
  @ApiOperation({ summary: 'Publish a draft now' })
  @Gives(201, 'Published, and readable by everyone', ArticleAnswer)
  @Refuses(403, 404, 422)
  async publish(@Param('id') id: string, @AskedBy() caller: Caller, @InExchange() exchange: Exchange) {
    const write = await this.writes.begin(exchange);
    const published = await this.steps.send<Written>(write, 'publish-draft', id);
    return this.changed.show(write, published, { articleId: id, caller });
  }
}
