import { Script } from 'node:vm';
import type { BodyFormat } from '#contracts/body-format.js';
import type { Body, Rendered } from './body.js';

/** What the parent asks: HTML of the bodies, all of it within some milliseconds. */
export interface RenderingRequest {
  bodies: Body[];
  withinMs: number;
}

/** What it is told: first that this process is ready, then what each request gave. */
export type RenderingAnswer = 'ready' | Rendered[];

/** The whole of a process that renders for its parent, and ends with it even in the middle of a text. */
export function serveRendering(render: (body: string, format: BodyFormat) => string): void {
  let request: RenderingRequest = { bodies: [], withinMs: 0 };
  const renderOne = ({ body, format }: Body): Rendered => {
    try {
      return { html: render(body, format) };
    } catch (error) {
      return { fault: String(error) };
    }
  };
  // A timer would not fire while a text is rendered, nor would the end of the parent be heard: V8 itself interrupts it.
  Object.assign(globalThis, { renderBodies: () => request.bodies.map(renderOne) });
  const work = new Script('renderBodies()');
  const answer = (given: RenderingAnswer) => process.send?.(given);

  // A terminal, or a supervisor, signals the whole group; the parent is not done then.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => undefined);
  process.on('disconnect', () => process.exit());
  process.on('message', (asked: RenderingRequest) => {
    request = asked;
    answer(work.runInThisContext({ timeout: asked.withinMs }) as Rendered[]);
    request = { bodies: [], withinMs: 0 };
  });
  answer('ready');
}
