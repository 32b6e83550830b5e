import { Body, Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { randomUUIDv7 } from 'node:crypto';
import { CancelErasure } from '#contracts/people/person.commands.js';
import type { CommandRequest } from '#commands/command-request.js';
import { parseBody } from '#http/validate.js';
import { erasureDecider } from '../erasure/erasure.decider.js';
import { actorOf, PersonCommands } from '../person/person-commands.js';
import { dropErasure } from './drop-erasure.js';

@Controller('commands')
export class CancelErasureController {
  constructor(@Inject(PersonCommands) private readonly commands: PersonCommands) {}

  /** One's own erasure. */
  @Post('cancel-erasure')
  @HttpCode(200)
  handle(@Req() request: CommandRequest) {
    return this.cancel(request, 'cancel-erasure');
  }

  @Post('cancel-erasure-of')
  @HttpCode(200)
  handleOf(@Req() request: CommandRequest, @Body() body: unknown) {
    return this.cancel(request, 'cancel-erasure-of', () => parseBody(CancelErasure, body).personId);
  }

  private async cancel(request: CommandRequest, command: string, whose?: () => string) {
    const caller = await this.commands.callerOf(request, command);
    const personId = whose?.() ?? caller.personId;
    return this.commands.run({
      request,
      caller,
      personId,
      wanted: { personId },
      decider: erasureDecider,
      command: async ({ client }, occurredAt) => {
        // Before the append, so that this waits for an erasure under way in place of meeting it in a deadlock.
        await dropErasure(client, personId);
        const event = { id: randomUUIDv7(), occurredAt, data: { personId, actor: actorOf(caller) } };
        return { type: 'CancelErasure' as const, event: { ...event, type: 'ErasureCancelled' as const } };
      },
    });
  }
}
