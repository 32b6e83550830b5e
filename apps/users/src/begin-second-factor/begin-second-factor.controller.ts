import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import type { CommandRequest } from '#commands/command-request.js';
import { Commands } from '#commands/commands.js';
import { BeginSecondFactor } from '#contracts/people/second-factor.commands.js';
import { POOL } from '#event-store/nest/event-store.module.js';
import type { Pool } from 'pg';
import { requirePassword } from '../person/require-password.js';
import { SecondFactors } from '../second-factor/second-factors.js';

/** Stores no answer: it holds the secret. A repetition gets another secret, and only the last one waits. */
@Controller('commands')
export class BeginSecondFactorController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(POOL) private readonly pool: Pool,
    @Inject(SecondFactors) private readonly secondFactors: SecondFactors,
  ) {}

  @Post('begin-second-factor')
  @HttpCode(201)
  async handle(@Req() request: CommandRequest) {
    const { caller, wanted } = await this.commands.ask(request, 'begin-second-factor', BeginSecondFactor);
    await requirePassword(this.pool, caller.personId, wanted.password, new Date().toISOString());
    return this.secondFactors.begin(caller.personId);
  }
}
