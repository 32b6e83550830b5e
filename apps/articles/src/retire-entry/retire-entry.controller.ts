import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { seenOf, type CommandRequest } from '#commands/command-request.js';
import { Commands } from '#commands/commands.js';
import { RetireEntry } from '#contracts/thesaurus/thesaurus.commands.js';
import { KnownThesaurus } from '../thesaurus/known-thesaurus.js';
import { thesaurusStream } from '../thesaurus/thesaurus-stream.js';
import { thesaurusDecider } from '../thesaurus/thesaurus.decider.js';

@Controller('commands')
export class RetireEntryController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(KnownThesaurus) private readonly thesaurus: KnownThesaurus,
  ) {}

  @Post('retire-entry')
  @HttpCode(200)
  handle(@Req() request: CommandRequest) {
    return this.commands.run(request, 'retire-entry', RetireEntry, ({ wanted, by }) => ({
      of: thesaurusStream(this.thesaurus),
      decider: thesaurusDecider,
      command: { ...by, type: 'RetireEntry' as const, ...wanted, seen: seenOf(request)?.version },
    }));
  }
}
