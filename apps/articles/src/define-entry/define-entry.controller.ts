import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { randomUUIDv7 } from 'node:crypto';
import { seenOf, type CommandRequest } from '#commands/command-request.js';
import { Commands } from '#commands/commands.js';
import { DefineEntry } from '#contracts/thesaurus/thesaurus.commands.js';
import { requireSection } from '../section/require-section.js';
import { KnownThesaurus } from '../thesaurus/known-thesaurus.js';
import { thesaurusStream } from '../thesaurus/thesaurus-stream.js';
import { thesaurusDecider } from '../thesaurus/thesaurus.decider.js';

@Controller('commands')
export class DefineEntryController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(KnownThesaurus) private readonly thesaurus: KnownThesaurus,
  ) {}

  @Post('define-entry')
  @HttpCode(200)
  handle(@Req() request: CommandRequest) {
    const newId = randomUUIDv7();
    return this.commands.run(request, 'define-entry', DefineEntry, ({ wanted, by }) => {
      const entry = { ...wanted, entryId: wanted.entryId ?? newId };
      return {
        of: thesaurusStream(this.thesaurus),
        decider: thesaurusDecider,
        // Made when the state is read, which brings the forms up to date.
        command: async ({ client }) => {
          await requireSection(client, entry.sectionId);
          return {
            ...{ ...by, type: 'DefineEntry' as const, entry, isNew: wanted.entryId === undefined },
            ...{ judged: this.thesaurus.judge(entry), seen: seenOf(request)?.version },
          };
        },
        answer: () => ({ entryId: entry.entryId }),
      };
    });
  }
}
