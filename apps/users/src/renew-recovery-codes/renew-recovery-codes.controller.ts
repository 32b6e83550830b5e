import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import type { CommandRequest } from '#commands/command-request.js';
import { Commands } from '#commands/commands.js';
import { RenewRecoveryCodes } from '#contracts/people/second-factor.commands.js';
import { POOL } from '#event-store/nest/event-store.module.js';
import type { SealingTransaction } from '#keyring/sealing-event-store.js';
import type { Pool, PoolClient } from 'pg';
import { giveBack } from '../budget/give-back.js';
import { spend } from '../budget/spend.js';
import { personStream } from '../person/person-stream.js';
import { codeGuess } from '../second-factor/code-guess.js';
import { RecoveryCodeSheets } from '../second-factor/recovery-code-sheets.js';
import { secondFactorDecider } from '../second-factor/second-factor.decider.js';
import { SecondFactors, take } from '../second-factor/second-factors.js';

@Controller('commands')
export class RenewRecoveryCodesController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(POOL) private readonly pool: Pool,
    @Inject(SecondFactors) private readonly secondFactors: SecondFactors,
    @Inject(RecoveryCodeSheets) private readonly sheets: RecoveryCodeSheets,
  ) {}

  @Post('renew-recovery-codes')
  @HttpCode(201)
  async handle(@Req() request: CommandRequest) {
    const { streams, ...sheet } = await this.renew(request);
    return { recoveryCodes: this.sheets.codesOf(request, sheet), streams };
  }

  private renew(request: CommandRequest) {
    return this.commands.run(request, 'renew-recovery-codes', RenewRecoveryCodes, async ({ wanted, caller, by }) => {
      const { personId } = caller;
      const guess = codeGuess(personId);
      await spend(this.pool, guess, by.at);
      const fitting = await this.secondFactors.judge(personId, wanted.code, new Date(by.at));
      const sheet = this.sheets.next(personId);
      return {
        of: personStream(personId),
        decider: secondFactorDecider,
        command: async ({ client }) => {
          const codeFits = await take(client, personId, fitting);
          return { ...by, type: 'RenewRecoveryCodes' as const, personId, codeFits };
        },
        alongside: async ({ client }: SealingTransaction<PoolClient>) => {
          await this.sheets.store(client, request, sheet);
          await giveBack(client, guess, by.at);
        },
        answer: () => sheet,
        onRepeat: () => giveBack(this.pool, guess, by.at),
      };
    });
  }
}
