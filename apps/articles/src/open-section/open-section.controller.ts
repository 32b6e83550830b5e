import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { randomUUIDv7 } from 'node:crypto';
import type { CommandRequest } from '#commands/command-request.js';
import { Commands } from '#commands/commands.js';
import { OpenSection } from '#contracts/sections/section.commands.js';
import { slugOf } from '../article/slug.js';
import { countSections } from '../section/count-sections.js';
import { reserveSectionSlug } from '../section/reserve-section-slug.js';
import { sectionDecider } from '../section/section.decider.js';
import { sectionStream } from '../section/section-stream.js';

@Controller('commands')
export class OpenSectionController {
  constructor(@Inject(Commands) private readonly commands: Commands) {}

  @Post('open-section')
  @HttpCode(201)
  handle(@Req() request: CommandRequest) {
    const sectionId = randomUUIDv7();
    return this.commands.run(request, 'open-section', OpenSection, ({ wanted, by }) => ({
      of: { ...sectionStream(sectionId), isNew: true },
      decider: sectionDecider,
      command: async ({ client }) => {
        const [sections, slug] = [await countSections(client), slugOf(wanted.name)];
        await reserveSectionSlug(client, slug, sectionId);
        return { ...by, type: 'OpenSection' as const, ...wanted, sectionId, slug, sections };
      },
      answer: () => ({ sectionId }),
    }));
  }
}
