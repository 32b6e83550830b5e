import { bootstrapService } from '#process/bootstrap-service.js';
import { configureWeb } from './configure-web.js';
import { env } from './env.js';
import { WebModule } from './web.module.js';

await bootstrapService({
  name: 'web',
  module: WebModule,
  env,
  configure: configureWeb,
  trustProxy: env.TRUSTED_PROXIES,
});
