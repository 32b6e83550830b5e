import { Body, Controller, Delete, HttpCode, Inject, Param, Post, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { EntryDefinition } from '#contracts/thesaurus/thesaurus.commands.js';
import { notFound } from '#http/problem.js';
import { parseBody } from '#http/validate.js';
import { Gives, IsWrite, MayBeAccepted, Refuses, Takes } from '../answers/route-documentation.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { SERVICES, type Services } from '../commands/services.js';
import { type Written, Writes } from '../commands/writes.js';
import { MayBeBoundToWhatWasRead } from '../decisions/change.answers.js';
import { Decisions } from '../decisions/decisions.js';
import { EntryAnswer } from './thesaurus.answers.js';
import { ThesaurusList } from './thesaurus-list.js';

const Defining = z.object({ entry: EntryDefinition });
type Defined = Written & { entryId: string };

@ApiTags('Thesaurus')
@IsWrite()
@MayBeAccepted()
@Controller('api/thesaurus/entries')
export class EntriesController {
  constructor(
    @Inject(ThesaurusList) private readonly thesaurus: ThesaurusList,
    @Inject(SERVICES) private readonly services: Services,
    @Inject(Writes) private readonly writes: Writes,
    @Inject(Decisions) private readonly decisions: Decisions,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Define an entry: it counts in what is published from now on' })
  @Takes(Defining)
  @Gives(201, 'Defined', EntryAnswer)
  @Refuses(403, 409)
  async define(@Body() body: unknown, @InExchange() exchange: Exchange) {
    const write = await this.writes.begin(exchange);
    const { entry } = parseBody(Defining, body);
    const defined = await this.writes.send<Defined>(write, this.services.articles, 'define-entry', entry);
    return this.writes.show(write, defined, () => this.thesaurus.one(defined.entryId));
  }

  @Put(':id')
  @ApiOperation({ summary: 'Define an entry anew, all of it' })
  @Takes(Defining)
  @Gives(200, 'Defined', EntryAnswer)
  @MayBeBoundToWhatWasRead()
  @Refuses(403, 404, 409)
  async change(@Param('id') id: string, @Body() body: unknown, @InExchange() exchange: Exchange) {
    const write = await this.writes.begin(exchange);
    const command = { ...parseBody(Defining, body).entry, entryId: idOf(id) };
    const defined = await this.decisions.send<Defined>(write, this.services.articles, 'define-entry', command);
    return this.writes.show(write, defined, () => this.thesaurus.one(id));
  }

  @Delete(':id')
  @HttpCode(200)
  @ApiOperation({ summary: 'Retire an entry: articles that are pinned to an earlier version keep it' })
  @Gives(200, 'Retired', EntryAnswer)
  @MayBeBoundToWhatWasRead()
  @Refuses(403, 404)
  async retire(@Param('id') id: string, @InExchange() exchange: Exchange) {
    const write = await this.writes.begin(exchange);
    const command = { entryId: idOf(id) };
    const retired = await this.decisions.send<Written>(write, this.services.articles, 'retire-entry', command);
    return this.writes.show(write, retired, () => this.thesaurus.one(id));
  }
}

/** @throws Problem 404 for what is no id */
function idOf(id: string): string {
  if (!z.uuid().safeParse(id).success) throw notFound('entry');
  return id;
}
