import { Module } from '@nestjs/common';
import { AnswersModule } from '../answers/answers.module.js';
import { CommentsModule } from '../comments/comments.module.js';
import { ReadDatabaseModule } from '../read-database/read-database.module.js';
import { SiteController } from './site.controller.js';

/** The plain pages of the site. */
@Module({ imports: [AnswersModule, CommentsModule, ReadDatabaseModule], controllers: [SiteController] })
export class SiteModule {}
