import { serveRendering } from '#rendering/serve-rendering.js';
import { renderInHouse } from './render-in-house.js';

serveRendering(renderInHouse);
