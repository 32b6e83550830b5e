import { Body, Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { EndSessions } from '#contracts/people/account.commands.js';
import type { CommandRequest } from '#commands/command-request.js';
import { notFound } from '#http/problem.js';
import type { Caller } from '#identity/caller.js';
import { parseBody } from '#http/validate.js';
import type { PoolClient } from 'pg';
import { PersonCommands } from '../person/person-commands.js';
import { personDecider } from '../person/person.decider.js';
import { endSessions } from '../session/end-sessions.js';
import { sessionsEnded } from '../session/sessions-ended.js';

@Controller('commands')
export class EndSessionsController {
  constructor(@Inject(PersonCommands) private readonly commands: PersonCommands) {}

  @Post('end-sessions')
  @HttpCode(200)
  async handle(@Req() request: CommandRequest, @Body() body: unknown) {
    const caller = await this.commands.callerOf(request, 'end-sessions');
    const wanted = parseBody(EndSessions, body);
    return this.commands.run({
      request,
      caller,
      wanted,
      decider: personDecider,
      command: async ({ client }, at) => {
        const ended = await this.end(client, caller, wanted);
        return { type: 'EndSessions' as const, event: sessionsEnded(caller.personId, ended, 'signed-out', at) };
      },
    });
  }

  private async end(client: PoolClient, { personId, sessionId }: Caller, { sessions }: EndSessions): Promise<string[]> {
    if (sessions === 'all') return endSessions(client, { personId });
    if (sessions === 'others') return endSessions(client, { personId, but: sessionId });
    const ended = await endSessions(client, { personId, these: [sessions === 'this' ? sessionId : sessions] });
    if (ended.length === 0 && sessions !== 'this') throw notFound('session');
    return ended;
  }
}
