import { bootstrapService } from '#process/bootstrap-service.js';
import { configureGateway } from './configure-gateway.js';
import { env } from './env.js';
import { GatewayModule } from './gateway.module.js';

await bootstrapService({
  name: 'gateway',
  module: GatewayModule,
  env,
  configure: configureGateway,
  trustProxy: env.TRUSTED_PROXIES,
});
