import { buildIfStale } from './build.mjs';

buildIfStale();
await import('../dist/tools/stack/start.js');
