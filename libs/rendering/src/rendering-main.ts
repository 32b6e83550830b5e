import { renderBody } from './render-body.js';
import { serveRendering } from './serve-rendering.js';

serveRendering(renderBody);
