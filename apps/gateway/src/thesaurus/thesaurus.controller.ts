import { Controller, Get, Inject, Query, Req } from '@nestjs/common';
import { ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { longestTerm } from '#contracts/thesaurus/house-entry.js';
import { EntryDefinition } from '#contracts/thesaurus/thesaurus.commands.js';
import { parseBody } from '#http/validate.js';
import { PageOfList } from '../answers/page-of-list.js';
import { Gives, IsRead, Refuses } from '../answers/route-documentation.js';
import { Consistency } from '../consistency/consistency.js';
import { ImpactAnswer, ThesaurusAnswer } from './thesaurus.answers.js';
import { ThesaurusList } from './thesaurus-list.js';

const word = z
  .string({ error: 'is given twice' })
  .max(longestTerm, `is too long (maximum is ${longestTerm} characters)`);
const PageOfThesaurus = PageOfList.extend({ q: word.optional() });

const yesOrNo = z.enum(['true', 'false'], 'must be true or false').transform((said) => said === 'true');
const { kind, term, inflections } = EntryDefinition.shape;
const Asked = z.object({
  ...{ kind, term, inflections: z.preprocess((given) => (typeof given === 'string' ? [given] : given), inflections) },
  ...{ caseSensitive: yesOrNo.default(false), wholeWords: yesOrNo.default(true) },
});

@ApiTags('Thesaurus')
@IsRead()
@Refuses(422)
@Controller('api/thesaurus')
export class ThesaurusController {
  constructor(
    @Inject(ThesaurusList) private readonly thesaurus: ThesaurusList,
    @Inject(Consistency) private readonly consistency: Consistency,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The house thesaurus: which terms the house glosses, and which it calls otherwise' })
  @ApiQuery({ name: 'q', required: false, schema: { type: 'string' }, description: 'A part of a term or of its text' })
  @ApiQuery({ name: 'limit', required: false, schema: { type: 'integer', minimum: 1, maximum: 100, default: 20 } })
  @ApiQuery({ name: 'offset', required: false, schema: { type: 'integer', minimum: 0, default: 0 } })
  @Gives(200, 'A page, and how many there are in all', ThesaurusAnswer)
  async list(@Query() query: unknown, @Req() request: FastifyRequest): Promise<z.infer<typeof ThesaurusAnswer>> {
    const wanted = parseBody(PageOfThesaurus, query);
    await this.consistency.meet(request);
    return this.thesaurus.page(wanted);
  }

  @Get('impact')
  @ApiOperation({ summary: 'Of the newest articles those in which an entry with this term would do something' })
  @ApiQuery({ name: 'kind', schema: { type: 'string', enum: ['gloss', 'substitution'] } })
  @ApiQuery({ name: 'term', schema: { type: 'string' } })
  @ApiQuery({
    name: 'inflections',
    required: false,
    isArray: true,
    schema: { type: 'array', items: { type: 'string' } },
  })
  @ApiQuery({ name: 'caseSensitive', required: false, schema: { type: 'boolean', default: false } })
  @ApiQuery({ name: 'wholeWords', required: false, schema: { type: 'boolean', default: true } })
  @Gives(200, 'Up to 50 articles; none of them changes until an editor moves it on', ImpactAnswer)
  async impact(@Query() query: unknown, @Req() request: FastifyRequest): Promise<z.infer<typeof ImpactAnswer>> {
    const asked = parseBody(Asked, query);
    await this.consistency.meet(request);
    return this.thesaurus.impactOf({ ...asked, text: '…', sectionId: null });
  }
}
