import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import type { CommandRequest } from '#commands/command-request.js';
import { Commands } from '#commands/commands.js';
import { CancelErasure } from '#contracts/people/person.commands.js';
import { Nothing } from '#contracts/nothing.js';
import type { Given } from '#decider/given.js';
import type { SealingTransaction } from '#keyring/sealing-event-store.js';
import type { PoolClient } from 'pg';
import { erasureDecider } from '../erasure/erasure.decider.js';
import { personStream } from '../person/person-stream.js';
import { dropErasure } from './drop-erasure.js';

@Controller('commands')
export class CancelErasureController {
  constructor(@Inject(Commands) private readonly commands: Commands) {}

  /** Cancels one's own erasure. */
  @Post('cancel-erasure')
  @HttpCode(200)
  handle(@Req() request: CommandRequest) {
    return this.commands.run(request, 'cancel-erasure', Nothing, ({ caller: { personId }, by }) =>
      cancel(personId, by),
    );
  }

  @Post('cancel-erasure-of')
  @HttpCode(200)
  handleOf(@Req() request: CommandRequest) {
    return this.commands.run(request, 'cancel-erasure-of', CancelErasure, ({ wanted, by }) =>
      cancel(wanted.personId, by),
    );
  }
}

const cancel = (personId: string, by: Given) => ({
  of: personStream(personId),
  decider: erasureDecider,
  sameIn: { personId },
  command: async ({ client }: SealingTransaction<PoolClient>) => {
    // Before the append, so that this waits for a running erasure and cannot deadlock with it.
    await dropErasure(client, personId);
    return { ...by, type: 'CancelErasure' as const, personId };
  },
});
