import { applyDecorators, Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { parseBody } from '#http/validate.js';
import { maxMatchesOfSection, maxMatchesRanked } from '#read-models/search-document/read-search-matches.js';
import { etagHeader, Gives, IsCached, IsRead, Refuses } from '../answers/route-documentation.js';
import { CachedAnswers } from '../cache/cached-answers.js';
import { Consistency } from '../consistency/consistency.js';
import { SearchAnswer, SuggestionsAnswer } from './search.answers.js';
import { Search } from './search.js';
import { maxResults, longestSearch, WantedSearch, WantedSuggestions } from './wanted-search.js';

const inEnglish = (count: number) => count.toLocaleString('en');
const summary = `Articles and comments with these words: the best of the ${inEnglish(maxMatchesRanked)} newest`;
const description =
  'Words in English, whatever their endings; a phrase in quotes, `or` between words, `-` before what must not be there. ' +
  `Where only those of a section are wanted, the ${inEnglish(maxMatchesOfSection)} newest comments that match are looked at.`;

const Filter = (name: string, about: string, schema: object = {}) =>
  ApiQuery({ name, required: false, schema: { type: 'string', ...schema }, description: about });
const Typed = () =>
  ApiQuery({ name: 'q', required: true, schema: { type: 'string', minLength: 1, maxLength: longestSearch } });

const IsSearch = () =>
  applyDecorators(
    Typed(),
    Filter('kind', 'Only these', { enum: ['article', 'comment'] }),
    Filter('section', 'Only what is in the section with this slug'),
    Filter('author', 'Only what this person wrote, by their id; by the name of an account, its articles alone'),
    Filter('from', 'From this day of UTC on, or from this moment'),
    Filter('to', 'Up to this day of UTC, or before this moment'),
    ApiQuery({
      ...{ name: 'limit', required: false },
      schema: { type: 'integer', minimum: 1, maximum: maxResults, default: 20 },
    }),
    ApiQuery({
      ...{ name: 'offset', required: false },
      schema: { type: 'integer', minimum: 0, maximum: maxMatchesRanked, default: 0 },
    }),
  );

@ApiTags('Search')
@Controller('api/search')
export class SearchController {
  constructor(
    @Inject(Search) private readonly search: Search,
    @Inject(CachedAnswers) private readonly cached: CachedAnswers,
    @Inject(Consistency) private readonly consistency: Consistency,
  ) {}

  @Get()
  @ApiOperation({ summary, description })
  @IsSearch()
  @Gives(200, 'A page of what was found, the best first', SearchAnswer, etagHeader)
  @IsRead()
  @IsCached()
  @Refuses(422)
  async find(@Query() query: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const wanted = parseBody(WantedSearch, query);
    await this.consistency.meet(request);
    await this.cached.send(reply, {
      name: `search ${JSON.stringify(wanted)}`,
      readVersion: () => this.search.readVersion(),
      make: () => this.search.results(wanted),
    });
  }

  @Get('suggestions')
  @ApiOperation({ summary: 'Articles in whose titles something like this stands' })
  @Typed()
  @Gives(200, 'A few, the likest first', SuggestionsAnswer, etagHeader)
  @IsRead()
  @IsCached()
  @Refuses(422)
  async suggest(@Query() query: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { q } = parseBody(WantedSuggestions, query);
    await this.consistency.meet(request);
    await this.cached.send(reply, {
      name: `suggestions ${q}`,
      readVersion: () => this.search.readVersion(),
      make: () => this.search.suggestions(q),
    });
  }
}
