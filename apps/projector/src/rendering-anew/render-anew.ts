import type { Pool } from 'pg';
import { workInPortions } from '#process/work-in-portions.js';
import { rendererVersion } from '#rendering/renderer-version.js';
import type { Anew } from './anew.js';
import { renderArticlesAnew } from './render-articles-anew.js';
import { renderCommentsAnew } from './render-comments-anew.js';
import { renderPagesAnew } from './render-pages-anew.js';

/** Milliseconds between two searches for what an older renderer made, by one replica of the projector. */
export const renderAnewEveryMs = 10_000;

/** Renders anew what an older renderer made, in portions: see {@link workInPortions}. All replicas may do it at once. */
export async function renderAnew(
  pool: Pool,
  renderer: Anew['renderer'],
  signal: AbortSignal,
  version = rendererVersion,
): Promise<void> {
  const anew: Anew = { pool, renderer, version };
  await workInPortions(() => renderPagesAnew(anew), signal, 1);
  await workInPortions(() => renderArticlesAnew(anew), signal);
  await workInPortions(() => renderCommentsAnew(anew), signal);
}
