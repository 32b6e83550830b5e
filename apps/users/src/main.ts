import { commandBytes } from '#http/body-limits.js';
import { takesCommands } from '#commands/require-gateway.js';
import { bootstrapService } from '#process/bootstrap-service.js';
import { env } from './env.js';
import { UsersModule } from './users.module.js';

await bootstrapService({
  name: 'users',
  module: UsersModule,
  env,
  configure: takesCommands(env),
  bodyLimit: commandBytes,
});
