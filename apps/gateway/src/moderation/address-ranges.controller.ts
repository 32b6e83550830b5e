import { Body, Controller, Delete, Get, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ReinstateAddressRange, SanctionAddressRange } from '#contracts/people/address-range.commands.js';
import { readAddressRangeList } from '#read-models/address-range/read-address-range-list.js';
import { readAddressRange } from '#read-models/address-range/read-address-range.js';
import { notFound } from '#http/problem.js';
import { parseBody } from '#http/validate.js';
import { PageOfList } from '../answers/page-of-list.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { SERVICES, type Services } from '../commands/services.js';
import { type Write, type Written, Writes } from '../commands/writes.js';
import { Consistency } from '../consistency/consistency.js';
import { MayBeBoundToWhatWasRead } from '../decisions/change.answers.js';
import { Decisions } from '../decisions/decisions.js';
import { Gives, IsRead, IsWrite, MayBeAccepted, Refuses, Takes } from '../answers/route-documentation.js';
import { ReadEntities } from '../read-database/read-entities.js';
import { AddressRangeAnswer, AddressRangesAnswer, presentRange } from './address-range.answers.js';

const NewSanction = z.object({ addressRange: SanctionAddressRange });
const Lifting = z.object({ addressRange: ReinstateAddressRange.omit({ rangeId: true }) });
type Changed = Written & { rangeId: string };

@ApiTags('Moderation')
@Controller('api/address-ranges')
export class AddressRangesController {
  constructor(
    @Inject(ReadEntities) private readonly entities: ReadEntities,
    @Inject(SERVICES) private readonly services: Services,
    @Inject(Writes) private readonly writes: Writes,
    @Inject(Decisions) private readonly decisions: Decisions,
    @Inject(Consistency) private readonly consistency: Consistency,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Ranges of addresses that something was said against and not lifted' })
  @ApiQuery({ name: 'limit', required: false, schema: { type: 'integer', minimum: 1, maximum: 100, default: 20 } })
  @ApiQuery({ name: 'offset', required: false, schema: { type: 'integer', minimum: 0, default: 0 } })
  @Gives(200, 'A page, by network, and how many there are in all', AddressRangesAnswer)
  @IsRead()
  @Refuses(422)
  async list(@Query() query: unknown, @Req() request: FastifyRequest): Promise<z.infer<typeof AddressRangesAnswer>> {
    const page = parseBody(PageOfList, query);
    await this.consistency.meet(request);
    const { ranges, rangesCount } = await this.entities.read((tables) => readAddressRangeList(tables, page));
    return { addressRanges: ranges.map(presentRange), addressRangesCount: rangesCount };
  }

  @Post()
  @ApiOperation({ summary: 'Suspend, ban or pre-moderate whoever comes from a range of addresses' })
  @Takes(NewSanction)
  @Gives(201, 'In force from the next request on; the same network is the same range', AddressRangeAnswer)
  @IsWrite()
  @MayBeAccepted()
  @MayBeBoundToWhatWasRead()
  async sanction(@Body() body: unknown, @InExchange() exchange: Exchange) {
    const write = await this.writes.begin(exchange);
    const { addressRange } = parseBody(NewSanction, body);
    const { users } = this.services;
    return this.show(write, await this.decisions.send<Changed>(write, users, 'sanction-address-range', addressRange));
  }

  @Delete(':id')
  @ApiOperation({ summary: 'Lift all that was said against a range of addresses' })
  @Takes(Lifting)
  @Gives(200, 'Lifted', AddressRangeAnswer)
  @IsWrite()
  @MayBeAccepted()
  @MayBeBoundToWhatWasRead()
  @Refuses(404)
  async reinstate(@Param('id') id: string, @Body() body: unknown, @InExchange() exchange: Exchange) {
    const write = await this.writes.begin(exchange);
    if (!z.uuid().safeParse(id).success) throw notFound('range');
    const { addressRange } = parseBody(Lifting, body);
    const command = { rangeId: id, ...addressRange };
    const { users } = this.services;
    return this.show(write, await this.decisions.send<Changed>(write, users, 'reinstate-address-range', command));
  }

  private show(write: Write, changed: Changed) {
    return this.writes.show(write, changed, async () => {
      const row = await this.entities.read((tables) => readAddressRange(tables, changed.rangeId));
      return row && { addressRange: presentRange(row) };
    });
  }
}
