import { join } from 'node:path';
import { BodyRenderer, type BodyRendererOptions } from '#rendering/body-renderer.js';

/** The build of the libraries: a child process cannot run what Jest compiles. */
export const builtLibs = join(import.meta.dirname.replace(/(\/dist)?\/libs\/testing\/.*$/, ''), 'dist', 'libs');

const runs = (...script: string[]) => ({ script: join(builtLibs, ...script) });

/** The real renderer. */
export const testRenderer = (options: Omit<BodyRendererOptions, 'script'> = {}) =>
  new BodyRenderer({ ...options, ...runs('thesaurus', 'src', 'rendering-main.js') });

/** A renderer whose process is lost over certain texts, see `difficult-rendering.ts`. */
export const difficultRenderer = (options: Omit<BodyRendererOptions, 'script'> = {}) =>
  new BodyRenderer({ ...options, ...runs('testing', 'src', 'rendering', 'difficult-rendering.js') });
