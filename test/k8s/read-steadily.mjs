/** Reads a page as fast as it is answered, 32 at a time, until a file exists: node read-steadily.mjs URL STOP-FILE */
import { existsSync } from 'node:fs';

const [url, stopFile] = process.argv.slice(2);
const until = Date.now() + 600_000;
let [answered, refused] = [0, 0];
async function readOn() {
  while (!existsSync(stopFile) && Date.now() < until) {
    const ok = await fetch(url, { signal: AbortSignal.timeout(20_000) }).then(
      (answer) => answer.text().then(() => answer.ok),
      () => false,
    );
    if (ok) answered += 1;
    else refused += 1;
  }
}
await Promise.all(Array.from({ length: 32 }, readOn));
console.log(`${answered} answered, ${refused} refused`);
