import { Body, Controller, Delete, HttpCode, Inject, Param, Patch } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { CommentNames } from '#read-models/comment-thread/author.sql.js';
import { z } from 'zod';
import { DeleteComment, EditComment } from '#contracts/comments/comment.commands.js';
import { readComment } from '#read-models/comment-thread/read-comment.js';
import { notFound } from '#http/problem.js';
import { parseBody } from '#http/validate.js';
import { jsonSchemaOf } from '../answers/json-schema.js';
import { Gives, IsWrite, MayBeAccepted, Refuses, Takes } from '../answers/route-documentation.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { SERVICES, type Services } from '../commands/services.js';
import { Writes } from '../commands/writes.js';
import { LookUps } from '../read-database/read-database.js';
import { Resolve } from '../read-database/resolve.js';
import { CommentAnswer } from './comment.answers.js';
import { COMMENT_NAMES } from './comment-names.js';
import { presentOwnComment } from './present-own-comment.js';

const NewText = z.object({ comment: EditComment.pick({ body: true, format: true }) });
const Deleting = z.object({ comment: DeleteComment.pick({ reason: true }).optional() });

/** @throws Problem 404 */
export function numberOfComment(id: string): number {
  if (!/^[1-9]\d{0,14}$/.test(id)) throw notFound('comment');
  return Number(id);
}

@ApiTags('Comments')
@IsWrite()
@MayBeAccepted()
@Controller('api/articles/:slug/comments')
export class CommentChangesController {
  constructor(
    @Inject(LookUps) private readonly lookUps: LookUps,
    @Inject(SERVICES) private readonly services: Services,
    @Inject(Resolve) private readonly resolve: Resolve,
    @Inject(Writes) private readonly writes: Writes,
    @Inject(COMMENT_NAMES) private readonly names: CommentNames,
  ) {}

  @Patch(':id')
  @ApiOperation({ summary: 'Change the text of a comment of one’s own, for as long as the site lets one' })
  @Takes(NewText)
  @Gives(200, 'Changed, and readable by everyone; or `held`', CommentAnswer)
  @Refuses(403, 404, 410)
  async edit(
    @Param('slug') slug: string,
    @Param('id') id: string,
    @Body() body: unknown,
    @InExchange() exchange: Exchange,
  ) {
    const { write, known, place } = await this.begin(exchange, slug, id);
    const { comment } = parseBody(NewText, body);
    const command = { ...place, ...comment };
    const edited = await this.writes.send(write, this.services.comments, 'edit-comment', command, { known });
    return this.writes.show(write, edited, async () => {
      const row = await readComment(this.lookUps, place.commentId, this.names);
      return row && { comment: presentOwnComment(row) };
    });
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Take away a comment: one’s own, or as a moderator anybody’s',
    description: 'Where it was answered it still stands, without its text and author.',
  })
  @ApiBody({ schema: jsonSchemaOf(Deleting, 'input'), required: false })
  @Refuses(403, 404, 410)
  async remove(
    @Param('slug') slug: string,
    @Param('id') id: string,
    @Body() body: unknown,
    @InExchange() exchange: Exchange,
  ) {
    const { write, known, place } = await this.begin(exchange, slug, id);
    const { comment } = parseBody(Deleting, body ?? {});
    const command = { ...place, ...comment };
    const deleted = await this.writes.send(write, this.services.comments, 'delete-comment', command, { known });
    if (await this.writes.isShown(write, deleted)) return undefined;
    write.reply.status(202);
    return { status: 'accepted', streams: deleted.streams ?? {} };
  }
  private async begin(exchange: Exchange, slug: string, id: string) {
    const write = await this.writes.begin(exchange);
    const { articleId, known } = await this.resolve.article(slug);
    return { write, known, place: { articleId, commentId: numberOfComment(id) } };
  }
}
