import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { clientAddressOf, type CommandRequest } from '#commands/command-request.js';
import { Commands } from '#commands/commands.js';
import { EditComment } from '#contracts/comments/comment.commands.js';
import { commentStream } from '../comment/comment-stream.js';
import { commentDecider } from '../comment/comment.decider.js';
import { EditingLookUp } from './editing-look-up.js';

@Controller('commands')
export class EditCommentController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(EditingLookUp) private readonly lookUp: EditingLookUp,
  ) {}

  @Post('edit-comment')
  @HttpCode(200)
  handle(@Req() request: CommandRequest) {
    return this.commands.run(
      request,
      'edit-comment',
      EditComment,
      ({ wanted: { commentId, ...text }, caller: { sanctions }, by, found: { sealedFor, ...facts } }) => ({
        of: commentStream(commentId),
        decider: commentDecider,
        sealedFor,
        command: { ...by, type: 'EditComment' as const, ...text, sanctions, ...facts },
      }),
      this.lookUp.from(clientAddressOf(request)),
    );
  }
}
