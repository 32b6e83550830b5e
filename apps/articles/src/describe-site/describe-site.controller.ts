import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { type CommandRequest, seenOf } from '#commands/command-request.js';
import { Commands } from '#commands/commands.js';
import type { Decided } from '#commands/stream-of.js';
import type { SiteEvent } from '#contracts/events.js';
import { eventOf } from '#decider/event-of.js';
import { DescribeSite } from '#contracts/site/site.commands.js';
import { savePublishing } from '../site/save-publishing.js';
import { siteStream } from '../site/site-stream.js';
import { siteDecider, type Site } from '../site/site.decider.js';

@Controller('commands')
export class DescribeSiteController {
  constructor(@Inject(Commands) private readonly commands: Commands) {}

  @Post('describe-site')
  @HttpCode(200)
  handle(@Req() request: CommandRequest) {
    return this.commands.run(request, 'describe-site', DescribeSite, ({ wanted, by }) => ({
      of: siteStream,
      decider: siteDecider,
      seen: seenOf(request),
      command: { ...by, type: 'DescribeSite' as const, wanted },
      alongside: async ({ client }, { events }: Decided<Site, SiteEvent>) => {
        const publishing = eventOf(events, 'SiteDescribed')?.data.publishing;
        if (publishing !== undefined) await savePublishing(client, publishing);
      },
    }));
  }
}
