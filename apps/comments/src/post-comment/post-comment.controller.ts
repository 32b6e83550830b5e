import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { clientAddressOf, type CommandRequest } from '#commands/command-request.js';
import { Commands } from '#commands/commands.js';
import type { Decided } from '#commands/stream-of.js';
import { PostComment } from '#contracts/comments/comment.commands.js';
import type { CommentEvent } from '#contracts/events.js';
import { newCommentStream } from '../comment/comment-stream.js';
import { commentDecider, type Comment } from '../comment/comment.decider.js';
import { PostingLookUp } from './posting-look-up.js';

@Controller('commands')
export class PostCommentController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(PostingLookUp) private readonly lookUp: PostingLookUp,
  ) {}

  @Post('post-comment')
  @HttpCode(201)
  handle(@Req() request: CommandRequest) {
    return this.commands.run(
      request,
      'post-comment',
      PostComment,
      ({ wanted, caller, by, found }) => ({
        of: newCommentStream(found.commentId, wanted.articleId),
        decider: commentDecider,
        sealedFor: this.lookUp.ownersOf(caller.personId, found),
        command: { ...by, type: 'PostComment' as const, ...wanted, ...this.lookUp.factsOf(caller, found) },
        answer: ({ state }: Decided<Comment, CommentEvent>) => ({
          commentId: found.commentId,
          held: state.kind === 'held',
        }),
      }),
      this.lookUp.from(clientAddressOf(request)),
    );
  }
}
