import { buildIfStale } from './build.mjs';

await buildIfStale();
await import('../dist/tools/stack/start.js');
