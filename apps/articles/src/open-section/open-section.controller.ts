import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { randomUUIDv7 } from 'node:crypto';
import type { CommandRequest } from '#commands/command-request.js';
import { Commands } from '#commands/commands.js';
import { OpenSection } from '#contracts/sections/section.commands.js';
import { takeAdvisoryLock } from '#event-store/take-advisory-lock.js';
import { countSections } from '../section/count-sections.js';
import { reserveSectionSlug } from '../section/reserve-section-slug.js';
import { sectionDecider } from '../section/section.decider.js';
import { sectionSlugOf } from '../section/section-slug-of.js';
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
        const slug = sectionSlugOf(wanted.name);
        // Two that are opened at once would both count the others alone.
        await takeAdvisoryLock(client, 'sections', 'all');
        const sections = await countSections(client);
        await reserveSectionSlug(client, slug, sectionId);
        return { ...by, type: 'OpenSection' as const, ...wanted, sectionId, slug, sections };
      },
      answer: () => ({ sectionId }),
    }));
  }
}
