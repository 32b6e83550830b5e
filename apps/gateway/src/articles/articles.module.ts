import { Module } from '@nestjs/common';
import { AnswersModule } from '../answers/answers.module.js';
import { CommandsModule } from '../commands/commands.module.js';
import { ConsistencyModule } from '../consistency/consistency.module.js';
import { ReadDatabaseModule } from '../read-database/read-database.module.js';
import { ArticlesController } from './articles.controller.js';
import { PublishingController } from './publishing.controller.js';

/** Reading and publishing articles, closing and reopening their comments. */
@Module({
  imports: [AnswersModule, CommandsModule, ConsistencyModule, ReadDatabaseModule],
  controllers: [ArticlesController, PublishingController],
})
export class ArticlesModule {}
