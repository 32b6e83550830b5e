import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { seenOf, type CommandRequest } from '#commands/command-request.js';
import { Commands } from '#commands/commands.js';
import type { StreamNow } from '#commands/stream-of.js';
import { ChangeSection } from '#contracts/sections/section.commands.js';
import { reserveSectionSlug } from '../section/reserve-section-slug.js';
import { sectionDecider, type Section } from '../section/section.decider.js';
import { sectionSlugOf } from '../section/section-slug-of.js';
import { sectionStream } from '../section/section-stream.js';

@Controller('commands')
export class ChangeSectionController {
  constructor(@Inject(Commands) private readonly commands: Commands) {}

  @Post('change-section')
  @HttpCode(200)
  handle(@Req() request: CommandRequest) {
    return this.commands.run(request, 'change-section', ChangeSection, ({ wanted: { sectionId, ...changes }, by }) => ({
      of: sectionStream(sectionId),
      decider: sectionDecider,
      seen: seenOf(request),
      command: async ({ client }, { state: { said } }: StreamNow<Section>) => {
        const isRenamed = said !== undefined && changes.name !== undefined && changes.name !== said.name;
        const slug = isRenamed ? sectionSlugOf(changes.name ?? '') : (said?.slug ?? '');
        if (isRenamed) await reserveSectionSlug(client, slug, sectionId);
        return { ...by, type: 'ChangeSection' as const, sectionId, slug, changes };
      },
    }));
  }
}
