import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import type { CommandRequest } from '#commands/command-request.js';
import { Commands } from '#commands/commands.js';
import { ChangeMutes } from '#contracts/people/mute.commands.js';
import { mutesDecider } from '../mutes/mutes.decider.js';
import { mutesIn, mutesStream, type MutesBefore } from '../mutes/mutes-stream.js';

@Controller('commands')
export class MuteController {
  constructor(@Inject(Commands) private readonly commands: Commands) {}

  @Post('mute')
  @HttpCode(200)
  handle(@Req() request: CommandRequest) {
    return this.commands.run(request, 'mute', ChangeMutes, ({ wanted: { mute }, caller: { personId }, by }) => ({
      of: mutesStream(personId),
      decider: mutesDecider,
      sealedFor: [personId],
      command: ({ keys }, before: MutesBefore) => {
        const mutes = mutesIn(before, keys.get(personId));
        return Promise.resolve({ ...by, type: 'Mute' as const, personId, mute, mutes });
      },
    }));
  }
}
