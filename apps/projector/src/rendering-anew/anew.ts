import type { Pool } from 'pg';
import type { Body, Rendered } from '#rendering/body.js';
import type { BodyRenderer } from '#rendering/body-renderer.js';

/** Texts of one portion, and the bytes behind which it takes no further one. */
export const renderedAnewAtOnce = { texts: 100, bytes: 500_000 };

export interface Anew {
  pool: Pool;
  renderer: Pick<BodyRenderer, 'render'>;
  version: number;
}

/** Renders bodies, in order. A body that cannot be rendered is undefined: it keeps the HTML that it has. */
export async function rendered(
  renderer: Anew['renderer'],
  bodies: Body[],
): Promise<(Extract<Rendered, { html: string }> | undefined)[]> {
  return (await renderer.render(bodies)).map((result) => ('html' in result ? result : undefined));
}
