import { Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Caller } from '#identity/caller.js';
import { Gives, IsRead, IsWrite, MayBeAccepted, Refuses } from '../answers/route-documentation.js';
import { ArticleAnswer } from '../articles/article.answers.js';
import { ChangedArticles } from '../articles/changed-articles.js';
import { AskedBy } from '../callers/caller.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { MayBeBoundToWhatWasRead } from '../decisions/change.answers.js';
import { DifferenceAnswer } from './thesaurus.answers.js';
import { HouseDifference } from './house-difference.js';

@ApiTags('Thesaurus')
@Controller('api/articles/:slug')
export class HouseController {
  constructor(
    @Inject(HouseDifference) private readonly difference: HouseDifference,
    @Inject(ChangedArticles) private readonly changed: ChangedArticles,
  ) {}

  @Get('house-difference')
  @ApiOperation({ summary: 'What the present version of the thesaurus would show of an article otherwise' })
  @Gives(200, 'Nothing is changed', DifferenceAnswer)
  @IsRead()
  @Refuses(404, 410)
  read(@Param('slug') slug: string, @InExchange() exchange: Exchange): Promise<DifferenceAnswer> {
    return this.difference.of(slug, exchange);
  }

  @Post('repin')
  @HttpCode(200)
  @ApiOperation({ summary: 'Show an article by the present version of the thesaurus from now on' })
  @Gives(200, 'The article as everyone reads it now', ArticleAnswer)
  @IsWrite()
  @MayBeAccepted()
  @MayBeBoundToWhatWasRead()
  @Refuses(403, 404, 409, 410)
  repin(@Param('slug') slug: string, @AskedBy() caller: Caller, @InExchange() exchange: Exchange) {
    return this.changed.decide('repin-article', slug, caller, exchange);
  }
}
