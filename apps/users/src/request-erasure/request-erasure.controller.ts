import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import type { CommandRequest } from '#commands/command-request.js';
import { Commands } from '#commands/commands.js';
import type { Decided } from '#commands/stream-of.js';
import type { PersonEvent } from '#contracts/events.js';
import { Nothing } from '#contracts/nothing.js';
import { RequestErasure } from '#contracts/people/person.commands.js';
import type { ErasureReason } from '#contracts/people/person.events.js';
import { eventOf } from '#decider/event-of.js';
import type { Given } from '#decider/given.js';
import type { SealingTransaction } from '#keyring/sealing-event-store.js';
import type { PoolClient } from 'pg';
import { erasureDecider } from '../erasure/erasure.decider.js';
import { personStream } from '../person/person-stream.js';
import type { PersonNow } from '../person/person.state.js';
import { ERASE_AFTER_SECONDS } from '../tokens.js';
import { planErasure } from './plan-erasure.js';

interface Wanted {
  personId: string;
  reason: ErasureReason;
}

@Controller('commands')
export class RequestErasureController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(ERASE_AFTER_SECONDS) private readonly afterSeconds: number,
  ) {}

  /** Requests one's own erasure. */
  @Post('request-erasure')
  @HttpCode(200)
  handle(@Req() request: CommandRequest) {
    return this.commands.run(request, 'request-erasure', Nothing, ({ caller: { personId }, by }) =>
      this.erase({ personId, reason: 'asked-here' }, by),
    );
  }

  @Post('request-erasure-of')
  @HttpCode(200)
  handleOf(@Req() request: CommandRequest) {
    return this.commands.run(request, 'request-erasure-of', RequestErasure, ({ wanted, by }) => this.erase(wanted, by));
  }

  private erase(wanted: Wanted, by: Given) {
    const earliest = new Date(Date.parse(by.at) + this.afterSeconds * 1_000).toISOString();
    return {
      of: personStream(wanted.personId),
      decider: erasureDecider,
      sameIn: wanted,
      command: async ({ client }: SealingTransaction<PoolClient>) => {
        const dueAt = await planErasure(client, wanted.personId, earliest);
        return { ...by, type: 'RequestErasure' as const, ...wanted, dueAt };
      },
      answer: ({ events, state }: Decided<PersonNow, PersonEvent>) => ({
        dueAt: eventOf(events, 'ErasureRequested')?.data.dueAt ?? state.erasureRequest?.dueAt,
      }),
    };
  }
}
