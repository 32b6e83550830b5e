import { Body, Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { randomUUIDv7 } from 'node:crypto';
import { RequestErasure } from '#contracts/people/person.commands.js';
import type { ErasureReason } from '#contracts/people/person.events.js';
import type { CommandRequest } from '#commands/command-request.js';
import { parseBody } from '#http/validate.js';
import { erasureDecider } from '../erasure/erasure.decider.js';
import { actorOf, PersonCommands } from '../person/person-commands.js';
import { ERASE_AFTER_SECONDS } from '../tokens.js';
import { planErasure } from './plan-erasure.js';

interface Wanted {
  personId: string;
  reason: ErasureReason;
}

@Controller('commands')
export class RequestErasureController {
  constructor(
    @Inject(PersonCommands) private readonly commands: PersonCommands,
    @Inject(ERASE_AFTER_SECONDS) private readonly afterSeconds: number,
  ) {}

  /** One's own erasure. */
  @Post('request-erasure')
  @HttpCode(200)
  handle(@Req() request: CommandRequest) {
    return this.erase(request, 'request-erasure', (personId) => ({ personId, reason: 'asked-here' }));
  }

  @Post('request-erasure-of')
  @HttpCode(200)
  handleOf(@Req() request: CommandRequest, @Body() body: unknown) {
    return this.erase(request, 'request-erasure-of', () => parseBody(RequestErasure, body));
  }

  private async erase(request: CommandRequest, command: string, whom: (callerId: string) => Wanted) {
    const caller = await this.commands.callerOf(request, command);
    const wanted = whom(caller.personId);
    const { personId, reason } = wanted;
    let dueAt = '';
    return this.commands.answer(
      {
        request,
        caller,
        personId,
        wanted,
        decider: erasureDecider,
        command: async ({ client }, occurredAt) => {
          const earliest = new Date(Date.parse(occurredAt) + this.afterSeconds * 1_000).toISOString();
          dueAt = await planErasure(client, personId, earliest);
          const data = { personId, dueAt, reason, actor: actorOf(caller) };
          const event = { id: randomUUIDv7(), occurredAt, data };
          return { type: 'RequestErasure' as const, event: { ...event, type: 'ErasureRequested' as const } };
        },
      },
      (version) => ({ dueAt, streams: { [`person-${personId}`]: version } }),
    );
  }
}
