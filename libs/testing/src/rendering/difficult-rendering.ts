import { existsSync, writeFileSync } from 'node:fs';
import { renderBody } from '#rendering/render-body.js';
import { serveRendering } from '#rendering/serve-rendering.js';

/** First words of a text that make this process do what no text makes the real one do. */
const difficulties: Record<string, (rest: string) => void> = {
  hang: () => {
    for (;;);
  },
  grow: () => {
    for (const kept: number[][] = []; ;) kept.push(new Array<number>(1_000_000).fill(kept.length));
  },
  exit: () => process.exit(3),
  stop: () => process.kill(process.pid, 'SIGSTOP'),
  kill: () => process.kill(process.pid, 'SIGKILL'),
  throw: () => {
    throw new Error('no such text');
  },
  once: (file) => {
    if (existsSync(file)) return;
    writeFileSync(file, '');
    process.exit(3);
  },
};

serveRendering(({ body, format, isComment }) => {
  const [word = '', rest = ''] = body.split(':');
  difficulties[word]?.(rest);
  return { html: renderBody(body, format, isComment) };
});
