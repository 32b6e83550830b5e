import { serveRendering } from '#rendering/serve-rendering.js';

serveRendering(() => process.exit(3));
