import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { CommandRequest } from '#commands/command-request.js';
import { Commands } from '#commands/commands.js';
import { PSEUDONYM_KEY } from '#commands/nest/tokens.js';
import { RequestPasswordReset } from '#contracts/people/password-reset.commands.js';
import { POOL } from '#event-store/nest/event-store.module.js';
import type { Pool } from 'pg';
import { storeReset } from '../password-reset/store-reset.js';
import { emailHash } from '../person/reservation-hashes.js';
import { SENDS_MAIL } from '../tokens.js';

@Controller('commands')
export class RequestPasswordResetController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(POOL) private readonly pool: Pool,
    @Inject(PSEUDONYM_KEY) private readonly pseudonymKey: Buffer,
    @Inject(SENDS_MAIL) private readonly sendsMail: boolean,
  ) {}

  /**
   * Stores the request, and looks nobody up: for an account it does the same work, in the same time, as for an e-mail that
   * nobody has. Whoever sends the mail finds out.
   */
  @Post('request-password-reset')
  @HttpCode(200)
  async handle(@Req() request: CommandRequest): Promise<{ sendsMail: boolean }> {
    const { wanted } = await this.commands.ask(request, 'request-password-reset', RequestPasswordReset);
    if (this.sendsMail) {
      const hash = emailHash(this.pseudonymKey, wanted.email);
      await storeReset(this.pool, { emailHash: hash, id: randomUUID(), byMail: true });
    }
    return { sendsMail: this.sendsMail };
  }
}
