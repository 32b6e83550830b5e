import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import type { CommandRequest } from '#commands/command-request.js';
import { Commands, type LookUp } from '#commands/commands.js';
import { ListRevisions } from '#contracts/articles/article.commands.js';
import { notFound } from '#http/problem.js';
import { LOOK_UPS } from '#event-store/nest/event-store.module.js';
import type { SharedConnection } from '#postgres/shared-connection.js';
import { isEditor } from '#policy/is-editor.js';
import { findAuthor } from '../draft/find-author.js';
import { readContents } from './read-contents.js';
import { readRevisions } from './read-revisions.js';
import { contentsOf, revisionsOf } from './revisions-of.js';

/** A read with a command's route: the stream has all revisions, and few ask for them, so no read model does. */
@Controller('commands')
export class ListRevisionsController {
  private readonly lookUp: LookUp<'list-revisions', ListRevisions, string | undefined> = {
    read: ({ articleId }) => findAuthor(this.lookUps, articleId),
  };

  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(LOOK_UPS) private readonly lookUps: SharedConnection,
  ) {}

  @Post('list-revisions')
  @HttpCode(200)
  async handle(@Req() request: CommandRequest) {
    const {
      caller,
      wanted,
      found: author,
    } = await this.commands.ask(request, 'list-revisions', ListRevisions, this.lookUp);
    // To anybody else it is not told that there is one: it may be a draft, or withdrawn.
    if (author === undefined || !(isEditor(caller) || author === caller.personId)) throw notFound('article');
    const { articleId, versions, before } = wanted;
    const [keys, { page, next }, read] = await Promise.all([
      this.commands.events.keysOf([author]),
      readRevisions(this.lookUps, articleId, before),
      readContents(this.lookUps, articleId, versions),
    ]);
    const revisions = revisionsOf(page, keys).map(({ said, ...revision }) => ({ ...revision, title: said.title }));
    return { revisions, next, contents: contentsOf(read, keys) };
  }
}
