import type { GatewayClient } from '#tools/gateway/gateway-client.js';
import type { Progress } from '#tools/terminal/progress.js';
import { say } from '#tools/terminal/say.js';
import { Lines } from '#tools/terminal/sentence.js';
import { BadArchive, type Skipped } from './archive.js';
import type { ImportArguments } from './arguments.js';
import { sendDrafts } from './drafts/send-drafts.js';
import { countArchive } from './count-archive.js';
import { readArchive } from './read-archive.js';
import { tellRefused, type Refused } from './refused.js';
import type { Report } from './report.js';
import { sendArticles } from './send-articles.js';
import { sendComments } from './send-comments.js';
import type { Filing } from './sections/filing.js';
import { proposeMapping } from './sections/propose-mapping.js';
import { sendSections } from './sections/send-sections.js';
import { writeMapping } from './sections/write-mapping.js';
import { Spool } from './spool.js';
import { Tally } from './tally.js';

export interface Importing {
  /** Undefined for a dry run. */
  gateway: GatewayClient | undefined;
  report: Report;
  progress: Progress;
  /** None if no mapping of categories is given. */
  filing: Filing | undefined;
  /** Called before the first request. */
  sends: () => void;
}

/** Reads every file into the spool. @returns what was refused; what was read before stays. */
async function readFiles({ files, source }: ImportArguments, spool: Spool, progress: Progress): Promise<Refused[]> {
  const refused: Refused[] = [];
  for (const file of files) {
    spool.startFile(file);
    try {
      await readArchive(file, source, spool, progress);
    } catch (error) {
      if (!(error instanceof BadArchive)) throw error;
      refused.push({ file, error });
    }
  }
  return refused;
}

/** Imports the files, or only counts what would be imported, and prints the table. @returns the exit code. */
export async function importFiles(args: ImportArguments, { gateway, report, progress, filing, sends }: Importing) {
  const tally = new Tally();
  const tell = (skipped: Skipped) => report.add(skipped);
  const spool = new Spool((skipped) => {
    tally.skip(skipped.reason, skipped.comments);
    tell(skipped);
  });
  try {
    const refused = await readFiles(args, spool, progress);
    await spool.resolve();
    for (const stranger of spool.strangers()) {
      tally.skip(stranger.reason);
      tell(stranger);
    }
    if (refused.length > 0) tally.heldBack = spool.holdBack();
    filing?.requireAll(spool.categories());
    await countArchive(spool, tally, tell, filing);
    if (gateway) {
      sends();
      const sending = { gateway, spool, tally, progress, filing, report: tell };
      await sendSections(sending);
      const authors = new Map<string, string>();
      const articles = await sendArticles(sending, authors);
      await sendDrafts(sending, authors);
      await sendComments(sending, articles);
      progress.end();
    }
    say`${new Lines(tally.toString(args.dryRun))}`;
    if (args.proposeSections !== undefined) propose(args.proposeSections, spool);
    tellRefused(refused, (file) => spool.bringsIn(file), args.dryRun ? 'would come in' : 'comes in');
    return refused.length > 0 ? 1 : 0;
  } finally {
    spool.close();
  }
}

function propose(file: string, spool: Spool): void {
  const categories = writeMapping(file, proposeMapping(spool.categories()));
  say`${categories} categories are in ${file}. Review it, and import with --sections ${file}.`;
}
