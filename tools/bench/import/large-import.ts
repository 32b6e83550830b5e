import { statSync } from 'node:fs';
import { join } from 'node:path';
import { startCopy } from '../copy.js';
import { makeDataFolder } from '../data-folder.js';
import { atTheEnd } from '../endings.js';
import { say } from '../progress.js';
import { runAlone } from '../run-alone.js';
import { megabytes, perSecond } from '../show.js';
import { generateWordpress } from './generate-wordpress.js';
import { runImporter, type ImporterRun } from './run-importer.js';

const comments = Number(process.argv[2] ?? 1_000_000);
const size = { articles: Math.ceil(comments / 50), comments, deepest: Math.min(3_000, comments >> 2) };
const withinMs = 60 * 60_000;
const maxResident = 300e6;

/** Comments a second within each tenth of what was sent. */
function ratesByTenth({ progress }: ImporterRun): number[] {
  const secondsAt = (sent: number) => {
    const after = progress.findIndex((each) => each.sent >= sent);
    const [one, other] = [progress[Math.max(0, after - 1)], progress[after]];
    if (!one || !other || one === other) return other?.seconds ?? 0;
    return one.seconds + ((sent - one.sent) / (other.sent - one.sent)) * (other.seconds - one.seconds);
  };
  return Array.from({ length: 10 }, (_, tenth) => {
    const [from, to] = [(comments / 10) * tenth, (comments / 10) * (tenth + 1)];
    return (to - from) / (secondsAt(to) - secondsAt(from));
  });
}

async function run(): Promise<boolean> {
  const place = await makeDataFolder();
  const copy = await startCopy(place);
  atTheEnd(() => copy.stop());
  const file = join(place.dataFolder, 'storm.xml');
  say(`writing an export of ${size.articles} articles and ${comments} comments`);
  await generateWordpress(file, size);
  say(`importing ${megabytes(statSync(file).size)}`);
  const result = await runImporter(place.dataFolder, [file], withinMs);
  const rates = ratesByTenth(result);
  const [first = 0, last = 0] = [rates[0], rates.at(-1)];
  console.log(result.table);
  console.log(`\n| tenth | comments |\n| ----: | -------: |`);
  for (const [at, rate] of rates.entries()) console.log(`| ${at + 1} | ${perSecond(rate)} |`);
  console.log(`\nlast to first tenth ${(last / first).toFixed(2)} (target ≥ 0.80)`);
  console.log(`most resident in the importer ${megabytes(result.peakResident)} (target < 300 MB)`);
  console.log(`${result.seconds.toFixed(0)} s in all, ${perSecond(comments / result.seconds)}`);
  return last / first >= 0.8 && result.peakResident < maxResident;
}

await runAlone(run);
