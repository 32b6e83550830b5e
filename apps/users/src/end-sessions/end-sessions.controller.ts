import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import type { CommandRequest } from '#commands/command-request.js';
import { Commands } from '#commands/commands.js';
import { EndSessions } from '#contracts/people/account.commands.js';
import { personDecider } from '../person/person.decider.js';
import { personStream } from '../person/person-stream.js';
import { endSessions, type SessionsToEnd } from '../session/end-sessions.js';

@Controller('commands')
export class EndSessionsController {
  constructor(@Inject(Commands) private readonly commands: Commands) {}

  @Post('end-sessions')
  @HttpCode(200)
  handle(@Req() request: CommandRequest) {
    return this.commands.run(request, 'end-sessions', EndSessions, ({ wanted: { sessions }, caller, by }) => ({
      of: personStream(caller.personId),
      decider: personDecider,
      command: async ({ client }) => {
        const { personId } = caller;
        const sessionIds = await endSessions(client, { personId, ...which(sessions, caller.sessionId) });
        const isUnknown = sessionIds.length === 0 && !named.has(sessions);
        return { ...by, type: 'EndSessions' as const, personId, sessionIds, reason: 'signed-out' as const, isUnknown };
      },
    }));
  }
}

const named = new Set<string>(['this', 'others', 'all'] satisfies EndSessions['sessions'][]);

function which(sessions: EndSessions['sessions'], sessionId: string): Omit<SessionsToEnd, 'personId'> {
  if (sessions === 'all') return {};
  if (sessions === 'others') return { but: sessionId };
  return { these: [sessions === 'this' ? sessionId : sessions] };
}
