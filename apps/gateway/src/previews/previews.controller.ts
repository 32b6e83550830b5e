import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { parseBody } from '#http/validate.js';
import { Gives, Refuses, Takes } from '../answers/route-documentation.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { ArticlePreview } from './article-preview.js';
import { CommentPreview, CommentPreviewAnswer, Preview, PreviewAnswer } from './preview.answers.js';
import { Previews } from './previews.js';

@ApiTags('Articles')
@Controller('api/previews')
export class PreviewsController {
  constructor(
    @Inject(Previews) private readonly previews: Previews,
    @Inject(ArticlePreview) private readonly articles: ArticlePreview,
  ) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: 'What a text would look like to readers, by the renderer of articles and comments' })
  @Takes(Preview)
  @Gives(200, 'Nothing is stored', PreviewAnswer)
  @Refuses(400, 404, 410, 413, 415, 422, 429, 503)
  async preview(@Body() given: unknown, @InExchange() exchange: Exchange): Promise<z.infer<typeof PreviewAnswer>> {
    const { inHouse, ...article } = parseBody(Preview, given).preview;
    const { body, format } = article;
    if (!inHouse) return { preview: { bodyHtml: await this.previews.of({ body, format }), house: null } };
    const { original, house } = await this.articles.of(article, exchange);
    return { preview: { bodyHtml: original.bodyHtml, house } };
  }

  @Post('comments')
  @HttpCode(200)
  @ApiTags('Comments')
  @ApiOperation({ summary: 'What a comment would look like to readers; whoever may comment need not be known yet' })
  @Takes(CommentPreview)
  @Gives(200, 'Nothing is stored', CommentPreviewAnswer)
  @Refuses(400, 413, 415, 422, 429, 503)
  async ofComment(@Body() given: unknown): Promise<z.infer<typeof CommentPreviewAnswer>> {
    return { preview: { bodyHtml: await this.previews.ofComment(parseBody(CommentPreview, given).preview) } };
  }
}
