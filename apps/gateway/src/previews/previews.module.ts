import { Module } from '@nestjs/common';
import type { Logger } from 'pino';
import { LOG } from '#process/service.module.js';
import { BodyRenderer } from '#rendering/body-renderer.js';
import { CommandsModule } from '../commands/commands.module.js';
import { ArticlePreview } from './article-preview.js';
import { previewMs, Previews } from './previews.js';
import { PreviewsController } from './previews.controller.js';

/** What is written, as readers would see it. */
@Module({
  imports: [CommandsModule],
  controllers: [PreviewsController],
  providers: [
    ArticlePreview,
    {
      provide: Previews,
      inject: [LOG],
      useFactory: (log: Logger) => {
        const onLost = (why: string) =>
          log.warn({ why }, 'the process that renders previews ended; another is started');
        return new Previews(new BodyRenderer({ waitMs: previewMs, onLost }));
      },
    },
  ],
  exports: [Previews],
})
export class PreviewsModule {}
