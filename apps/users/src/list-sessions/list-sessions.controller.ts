import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { POOL } from '#event-store/nest/event-store.module.js';
import type { CommandRequest } from '#commands/command-request.js';
import { Commands } from '#commands/commands.js';
import { Nothing } from '#contracts/nothing.js';
import type { Pool } from 'pg';
import { findSessions } from './find-sessions.js';

/** A read with a command's route: sessions are shown to their owner only, so no topic and no read model has them. */
@Controller('commands')
export class ListSessionsController {
  constructor(
    @Inject(POOL) private readonly pool: Pool,
    @Inject(Commands) private readonly commands: Commands,
  ) {}

  @Post('list-sessions')
  @HttpCode(200)
  async handle(@Req() request: CommandRequest) {
    const { caller } = await this.commands.ask(request, 'list-sessions', Nothing);
    const sessions = await findSessions(this.pool, caller.personId);
    return { sessions: sessions.map((session) => ({ ...session, current: session.id === caller.sessionId })) };
  }
}
