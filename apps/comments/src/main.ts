import { commandBytes } from '#http/body-limits.js';
import { takesCommands } from '#commands/require-gateway.js';
import { bootstrapService } from '#process/bootstrap-service.js';
import type { BatchProjector } from '#projection/nest/batch-projector.js';
import { PROJECTOR } from '#projection/nest/listening.module.js';
import { CommentsModule } from './comments.module.js';
import { env } from './env.js';

await bootstrapService({
  name: 'comments',
  module: CommentsModule,
  env,
  configure: takesCommands(env),
  bodyLimit: commandBytes,
  strategy: (app) => app.get<BatchProjector>(PROJECTOR).createServer(),
});
