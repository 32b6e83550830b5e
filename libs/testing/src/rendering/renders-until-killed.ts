import { difficultRenderer } from './renderers.js';

/** A parent process that prints its renderer's id, and waits to be killed while a text is rendered, or after. */
const renderer = difficultRenderer({ answerMs: 5_000 });
await renderer.render([{ body: 'a', format: 'markdown' }]);
const word = process.argv[2] ?? '';
if (word !== '') void renderer.render([{ body: word, format: 'markdown' }]);
process.stdout.write(String(renderer.pid));
setInterval(() => undefined, 1_000);
