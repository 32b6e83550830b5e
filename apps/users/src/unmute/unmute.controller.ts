import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import type { CommandRequest } from '#commands/command-request.js';
import { Commands } from '#commands/commands.js';
import { ChangeMutes } from '#contracts/people/mute.commands.js';
import { changingMutes } from '../mutes/changing-mutes.js';

@Controller('commands')
export class UnmuteController {
  constructor(@Inject(Commands) private readonly commands: Commands) {}

  @Post('unmute')
  @HttpCode(200)
  handle(@Req() request: CommandRequest) {
    return this.commands.run(request, 'unmute', ChangeMutes, (asked) => changingMutes('Unmute', asked));
  }
}
