import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import type { CommandRequest } from '#commands/command-request.js';
import { Commands } from '#commands/commands.js';
import { RemoveSecondFactor } from '#contracts/people/second-factor.commands.js';
import { POOL } from '#event-store/nest/event-store.module.js';
import type { SealingTransaction } from '#keyring/sealing-event-store.js';
import type { Pool, PoolClient } from 'pg';
import type { z } from 'zod';
import { giveBack } from '../budget/give-back.js';
import { spend } from '../budget/spend.js';
import { personStream } from '../person/person-stream.js';
import { requirePassword } from '../person/require-password.js';
import { codeGuess } from '../second-factor/code-guess.js';
import { deleteSecondFactor } from '../second-factor/delete-second-factor.js';
import { secondFactorDecider } from '../second-factor/second-factor.decider.js';
import { SecondFactors, take } from '../second-factor/second-factors.js';

@Controller('commands')
export class RemoveSecondFactorController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(POOL) private readonly pool: Pool,
    @Inject(SecondFactors) private readonly secondFactors: SecondFactors,
  ) {}

  @Post('remove-second-factor')
  @HttpCode(200)
  handle(@Req() request: CommandRequest) {
    return this.commands.run(request, 'remove-second-factor', RemoveSecondFactor, async ({ wanted, caller, by }) => {
      const { personId } = caller;
      const guess = codeGuess(personId);
      const fitting = await this.judge(personId, wanted, by.at);
      return {
        of: personStream(personId),
        decider: secondFactorDecider,
        // Not the password, not even hashed.
        sameIn: { code: wanted.code },
        command: async ({ client }) => ({
          ...{ ...by, type: 'RemoveSecondFactor' as const, personId },
          codeFits: await take(client, personId, fitting),
        }),
        alongside: async ({ client }: SealingTransaction<PoolClient>) => {
          await deleteSecondFactor(client, personId);
          await giveBack(client, guess, by.at);
        },
        onRepeat: () => giveBack(this.pool, guess, by.at),
      };
    });
  }

  private async judge(personId: string, { password, code }: z.infer<typeof RemoveSecondFactor>, at: string) {
    await requirePassword(this.pool, personId, password, at);
    await spend(this.pool, codeGuess(personId), at);
    return this.secondFactors.judge(personId, code, new Date(at));
  }
}
