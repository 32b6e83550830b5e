import { bootstrapService } from '#process/bootstrap-service.js';
import type { BatchProjector } from '#projection/nest/batch-projector.js';
import { env } from './env.js';
import { ProjectorModule } from './projector.module.js';
import { PROJECTOR } from './tokens.js';

await bootstrapService({
  name: 'projector',
  module: ProjectorModule,
  env,
  strategy: (app) => app.get<BatchProjector>(PROJECTOR).createServer(),
});
