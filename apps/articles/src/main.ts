import { bootstrapService } from '#service/bootstrap-service.js';
import { ArticlesModule } from './articles.module.js';
import { env } from './env.js';

await bootstrapService({ name: 'articles', module: ArticlesModule, env, bodyLimit: 6_000_000 });
