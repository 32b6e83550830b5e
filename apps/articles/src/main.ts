import { commandBytes } from '#service/body-limits.js';
import { bootstrapService } from '#service/bootstrap-service.js';
import type { BatchProjector } from '#projection/nest/batch-projector.js';
import { PROJECTOR } from '#projection/nest/listening.module.js';
import { ArticlesModule } from './articles.module.js';
import { env } from './env.js';

await bootstrapService({
  name: 'articles',
  module: ArticlesModule,
  env,
  commands: env,
  bodyLimit: commandBytes,
  strategy: (app) => app.get<BatchProjector>(PROJECTOR).createServer(),
});
