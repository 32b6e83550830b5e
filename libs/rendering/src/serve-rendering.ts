import { Script } from 'node:vm';
import type { Body, Rendered } from './body.js';

/** A request of the parent: bodies to render, all of them within some milliseconds. */
export interface RenderingRequest {
  bodies: Body[];
  withinMs: number;
}

/** Messages to the parent: first that this process is ready, then the results of each request. */
export type RenderingAnswer = 'ready' | Rendered[];

/** The whole program of a rendering process. It ends with its parent, even in the middle of a text. */
export function serveRendering(render: (body: Body) => Rendered): void {
  let request: RenderingRequest = { bodies: [], withinMs: 0 };
  const renderOne = (body: Body): Rendered => {
    try {
      return render(body);
    } catch (error) {
      return { fault: String(error) };
    }
  };
  // While a text is rendered no timer fires, and the parent's end is not noticed: only V8 itself can interrupt it.
  Object.assign(globalThis, { renderBodies: () => request.bodies.map(renderOne) });
  const work = new Script('renderBodies()');
  const answer = (given: RenderingAnswer) => process.send?.(given);

  // A terminal or a supervisor signals the whole group, but the parent still needs this process.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => undefined);
  process.on('disconnect', () => process.exit());
  process.on('message', (asked: RenderingRequest) => {
    request = asked;
    answer(work.runInThisContext({ timeout: asked.withinMs }) as Rendered[]);
    request = { bodies: [], withinMs: 0 };
  });
  answer('ready');
}
