import { Module } from '@nestjs/common';
import { EventStoreModule } from '#event-store/nest/event-store.module.js';
import { TokenVerifier } from '#service/tokens.js';
import { articlesTables } from './article/articles.sql.js';
import { ChangeArticle } from './article/change-article.js';
import { CloseCommentsController } from './close-comments/close-comments.controller.js';
import { env } from './env.js';
import { ImportArticlesController } from './import-articles/import-articles.controller.js';
import { PublishArticleController } from './publish-article/publish-article.controller.js';
import { ReopenCommentsController } from './reopen-comments/reopen-comments.controller.js';
import { PSEUDONYM_KEY, VERIFIER } from './tokens.js';

/** All the articles service does. */
@Module({
  imports: [
    EventStoreModule.of({
      service: 'articles',
      databaseUrl: env.DATABASE_URL,
      brokers: env.KAFKA_BROKERS,
      tables: [articlesTables],
    }),
  ],
  controllers: [PublishArticleController, CloseCommentsController, ReopenCommentsController, ImportArticlesController],
  providers: [
    ChangeArticle,
    { provide: VERIFIER, useFactory: () => TokenVerifier.fromFile(env.VERIFYING_KEYS_FILE) },
    { provide: PSEUDONYM_KEY, useValue: env.PSEUDONYM_KEY_FILE },
  ],
})
export class ArticlesModule {}
