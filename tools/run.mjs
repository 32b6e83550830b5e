import { buildIfStale } from './build.mjs';

const [, , tool, ...args] = process.argv;
process.argv = [process.argv[0], tool, ...args];
await buildIfStale();
await import(`../dist/tools/${tool}.js`);
