import { accessSync, constants, statSync } from 'node:fs';
import { GatewayClient, readAdminFile } from '#tools/gateway/gateway-client.js';
import { readStackFile } from '#tools/stack/stack-file.js';
import { BadArchive, type Skipped } from './archive.js';
import { parseImportArguments, usage, type ImportArguments } from './arguments.js';
import { countArchive } from './count-archive.js';
import { findProtected } from './find-protected.js';
import { Progress } from './progress.js';
import { readArchive } from './read-archive.js';
import { Report } from './report.js';
import { sendArticles, type Sending } from './send-articles.js';
import { sendComments } from './send-comments.js';
import { Spool } from './spool.js';
import { Tally } from './tally.js';

const wrongCall = 2;

function readArguments(): { args: ImportArguments; report: Report } {
  try {
    const args = parseImportArguments(process.argv.slice(2), process.env);
    for (const file of args.files) {
      accessSync(file, constants.R_OK);
      if (!statSync(file).isFile()) throw new Error(`${file} is no file`);
    }
    return { args, report: new Report(args.help ? undefined : args.report) };
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${usage}`);
    process.exit(wrongCall);
  }
}

/** Reads every file into the spool. @returns what was refused; what stands before it stays. */
async function readFiles({ files, source }: ImportArguments, spool: Spool, progress: Progress): Promise<BadArchive[]> {
  const refused: BadArchive[] = [];
  for (const file of files) {
    spool.startFile(file);
    try {
      await readArchive(file, source, spool, progress);
    } catch (error) {
      if (!(error instanceof BadArchive)) throw error;
      refused.push(error);
    }
  }
  return refused;
}

async function run(args: ImportArguments, report: Report): Promise<number> {
  const tally = new Tally();
  const progress = new Progress();
  const spool = new Spool((skipped) => {
    tally.skip(skipped.reason, skipped.comments);
    report.add(skipped);
  });
  try {
    const refused = await readFiles(args, spool, progress);
    spool.resolve();
    for (const stranger of spool.strangers()) {
      tally.skip(stranger.reason);
      report.add(stranger);
    }
    if (refused.length > 0) tally.heldBack = spool.holdBack();
    const tell = (skipped: Skipped) => report.add(skipped);
    countArchive(spool, tally, tell);
    if (!args.dryRun) await send(args, { spool, tally, progress, report: tell });
    console.log(tally.toString(args.dryRun));
    for (const { message } of refused) console.error(`refused: ${message}; what stands before it comes in`);
    return refused.length > 0 ? 1 : 0;
  } finally {
    spool.close();
    report.close();
  }
}

async function send({ url, dataFolder }: ImportArguments, what: Omit<Sending, 'gateway'>) {
  const { PORT = 3000 } = process.env;
  const gateway = new GatewayClient(url ?? readStackFile(dataFolder)?.gatewayUrl ?? `http://127.0.0.1:${PORT}`);
  await gateway.signIn(readAdminFile(dataFolder));
  const sending = { gateway, ...what };
  await sendComments(sending, await sendArticles(sending));
}

const { args, report } = readArguments();
if (args.help) {
  console.log(usage);
} else {
  try {
    process.exitCode = args.findProtected ? await findProtected(args) : await run(args, report);
  } catch (error) {
    console.error(
      `The import stopped: ${(error as Error).message}\nRun it again when that is mended; nothing comes in twice.`,
    );
    process.exitCode = 1;
  }
}
