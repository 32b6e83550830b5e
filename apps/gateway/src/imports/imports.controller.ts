import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { ImportArticles, ImportDrafts } from '#contracts/articles/article.commands.js';
import { ImportComments } from '#contracts/comments/comment.commands.js';
import { ImportPeople } from '#contracts/people/person.commands.js';
import { ImportSections } from '#contracts/sections/section.commands.js';
import type { CommandClient } from '../commands/command-client.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { SERVICES, type Services } from '../commands/services.js';
import { Writes } from '../commands/writes.js';
import { Gives, IsWrite, Refuses, Takes } from '../answers/route-documentation.js';

/** Milliseconds; a portion takes longer than an ordinary command. */
const portionMs = 20_000;

const Imported = z.object({ results: z.array(z.looseObject({ added: z.boolean() })) });

/**
 * Imports archives in portions. Each service validates its own part, and a repeated portion adds nothing. The answer
 * does not wait until the import is projected.
 */
@ApiTags('Imports')
@IsWrite()
@Controller('api/imports')
export class ImportsController {
  constructor(
    @Inject(SERVICES) private readonly services: Services,
    @Inject(Writes) private readonly writes: Writes,
  ) {}

  @Post('people')
  @HttpCode(200)
  @ApiOperation({ summary: 'Import the people of an archive' })
  @Takes(ImportPeople)
  @Gives(200, 'What became of each, in the order given', Imported)
  people(@Body() body: unknown, @InExchange() exchange: Exchange) {
    return this.pass(this.services.users, 'import-people', body, exchange);
  }

  @Post('sections')
  @HttpCode(200)
  @ApiOperation({ summary: 'Open the sections of an archive; one that is called so already is meant' })
  @Takes(ImportSections)
  @Gives(200, 'What became of each, in the order given', Imported)
  @Refuses(409)
  sections(@Body() body: unknown, @InExchange() exchange: Exchange) {
    return this.pass(this.services.articles, 'import-sections', body, exchange);
  }

  @Post('articles')
  @HttpCode(200)
  @ApiOperation({ summary: 'Import the articles of an archive' })
  @Takes(ImportArticles)
  @Gives(200, 'What became of each, in the order given', Imported)
  articles(@Body() body: unknown, @InExchange() exchange: Exchange) {
    return this.pass(this.services.articles, 'import-articles', body, exchange);
  }

  @Post('drafts')
  @HttpCode(200)
  @ApiOperation({ summary: 'Import what an archive has not published, as drafts' })
  @Takes(ImportDrafts)
  @Gives(200, 'What became of each, in the order given', Imported)
  drafts(@Body() body: unknown, @InExchange() exchange: Exchange) {
    return this.pass(this.services.articles, 'import-drafts', body, exchange);
  }

  @Post('comments')
  @HttpCode(200)
  @ApiOperation({ summary: 'Import the comments of an archive' })
  @Takes(ImportComments)
  @Gives(200, 'What became of each, in the order given', Imported)
  comments(@Body() body: unknown, @InExchange() exchange: Exchange) {
    return this.pass(this.services.comments, 'import-comments', body, exchange);
  }

  private async pass(service: CommandClient, name: string, body: unknown, exchange: Exchange): Promise<unknown> {
    const write = await this.writes.begin(exchange, portionMs);
    return this.writes.send(write, service, name, body, { tryMs: portionMs });
  }
}
