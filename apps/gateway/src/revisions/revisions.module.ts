import { Module } from '@nestjs/common';
import { CommandsModule } from '../commands/commands.module.js';
import { ReadDatabaseModule } from '../read-database/read-database.module.js';
import { RevisionsController } from './revisions.controller.js';

/** What articles and drafts said before, and what differs. */
@Module({ imports: [CommandsModule, ReadDatabaseModule], controllers: [RevisionsController] })
export class RevisionsModule {}
