import { Module } from '@nestjs/common';
import type { Logger } from 'pino';
import { LOG } from '#process/service.module.js';
import { BodyRenderer } from '#rendering/body-renderer.js';
import { previewMs, Previews } from './previews.js';
import { PreviewsController } from './previews.controller.js';

/** What is written, as readers would see it. */
@Module({
  controllers: [PreviewsController],
  providers: [
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
