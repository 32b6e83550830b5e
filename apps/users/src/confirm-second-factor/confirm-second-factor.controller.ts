import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import type { CommandRequest } from '#commands/command-request.js';
import { Commands } from '#commands/commands.js';
import { ConfirmSecondFactor } from '#contracts/people/second-factor.commands.js';
import { POOL } from '#event-store/nest/event-store.module.js';
import type { SealingTransaction } from '#keyring/sealing-event-store.js';
import type { Pool, PoolClient } from 'pg';
import { giveBack } from '../budget/give-back.js';
import { spend } from '../budget/spend.js';
import { personStream } from '../person/person-stream.js';
import { codeGuess } from '../second-factor/code-guess.js';
import { RecoveryCodeSheets } from '../second-factor/recovery-code-sheets.js';
import { secondFactorDecider } from '../second-factor/second-factor.decider.js';
import { SecondFactors, takeFirst } from '../second-factor/second-factors.js';
import { endSessions } from '../session/end-sessions.js';

@Controller('commands')
export class ConfirmSecondFactorController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(POOL) private readonly pool: Pool,
    @Inject(SecondFactors) private readonly secondFactors: SecondFactors,
    @Inject(RecoveryCodeSheets) private readonly sheets: RecoveryCodeSheets,
  ) {}

  @Post('confirm-second-factor')
  @HttpCode(200)
  async handle(@Req() request: CommandRequest) {
    const { streams, ...sheet } = await this.confirm(request);
    return { recoveryCodes: this.sheets.codesOf(request, sheet), streams };
  }

  private confirm(request: CommandRequest) {
    return this.commands.run(request, 'confirm-second-factor', ConfirmSecondFactor, async ({ wanted, caller, by }) => {
      const { personId, sessionId } = caller;
      const guess = codeGuess(personId);
      await spend(this.pool, guess, by.at);
      const { isPending, fitting } = await this.secondFactors.judgeFirst(personId, wanted.code, new Date(by.at));
      const sheet = this.sheets.next(personId);
      return {
        of: personStream(personId),
        decider: secondFactorDecider,
        command: async ({ client }) => {
          // Before the sessions: a sign-in without a code that is under way is waited for, and ends with them.
          const codeFits = await takeFirst(client, personId, fitting);
          const endedSessions = codeFits ? await endSessions(client, { personId, but: sessionId }) : [];
          return { ...by, type: 'ConfirmSecondFactor' as const, personId, isPending, codeFits, endedSessions };
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
