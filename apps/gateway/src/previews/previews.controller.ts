import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { PublishArticle } from '#contracts/articles/article.commands.js';
import { parseBody } from '#http/validate.js';
import { Gives, Refuses, Takes } from '../answers/route-documentation.js';
import { Previews } from './previews.js';

const Preview = z.object({ preview: PublishArticle.pick({ body: true, format: true }) });
const PreviewAnswer = z.object({ preview: z.object({ bodyHtml: z.string().describe('sanitised') }) });

@ApiTags('Articles')
@Controller('api/previews')
export class PreviewsController {
  constructor(@Inject(Previews) private readonly previews: Previews) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: 'What a body would look like to readers, by the renderer of articles and comments' })
  @Takes(Preview)
  @Gives(200, 'Nothing is stored', PreviewAnswer)
  @Refuses(400, 413, 415, 422, 429, 503)
  async preview(@Body() body: unknown): Promise<z.infer<typeof PreviewAnswer>> {
    const { preview } = parseBody(Preview, body);
    return { preview: { bodyHtml: await this.previews.of(preview) } };
  }
}
