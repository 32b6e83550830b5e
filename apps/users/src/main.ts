import { commandBytes } from '#service/body-limits.js';
import { bootstrapService } from '#service/bootstrap-service.js';
import { env } from './env.js';
import { UsersModule } from './users.module.js';

await bootstrapService({ name: 'users', module: UsersModule, env, commands: env, bodyLimit: commandBytes });
