import { accessSync, constants } from 'node:fs';
import { GatewayClient, readAdminFile } from '#tools/gateway/gateway-client.js';
import { readStackFile } from '#tools/stack/stack-file.js';
import { parseImportArguments, usage, type ImportArguments } from './arguments.js';
import { Progress } from './progress.js';
import { BadLine, readJsonLines } from './read-json-lines.js';
import { sendArchive } from './send-archive.js';
import { Spool } from './spool.js';
import { Tally } from './tally.js';

const wrongCall = 2;

function readArguments(): ImportArguments {
  try {
    const args = parseImportArguments(process.argv.slice(2), process.env);
    for (const file of args.files) accessSync(file, constants.R_OK);
    return args;
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${usage}`);
    process.exit(wrongCall);
  }
}

/** Reads every file into the spool. @returns what was refused; the lines before a bad one stay. */
async function spoolFiles(files: string[], spool: Spool): Promise<BadLine[]> {
  const refused: BadLine[] = [];
  for (const file of files) {
    try {
      for await (const line of readJsonLines(file)) spool.add(line);
    } catch (error) {
      if (!(error instanceof BadLine)) throw error;
      refused.push(error);
    }
  }
  return refused;
}

async function run({ files, dataFolder, url, source }: ImportArguments): Promise<number> {
  const gatewayUrl = url ?? readStackFile(dataFolder)?.gatewayUrl ?? `http://127.0.0.1:${process.env['PORT'] ?? 3000}`;
  const gateway = new GatewayClient(gatewayUrl);
  const spool = new Spool();
  try {
    const refused = await spoolFiles(files, spool);
    spool.resolve();
    const tally = new Tally();
    if (refused.length > 0) {
      const held = spool.holdBack();
      tally.skip('articles without a date, until the bad line is mended', held.articles);
      tally.skip('comments that may hang on what follows it', held.comments);
    }
    await gateway.signIn(readAdminFile(dataFolder));
    await sendArchive({ gateway, spool, source, tally, progress: new Progress() });
    console.log(tally.toString());
    for (const { message } of refused) console.error(`refused: ${message}; what stands before it is imported`);
    return refused.length > 0 ? 1 : 0;
  } finally {
    spool.close();
  }
}

const args = readArguments();
if (args.help) {
  console.log(usage);
} else {
  try {
    process.exitCode = await run(args);
  } catch (error) {
    console.error(
      `The import stopped: ${(error as Error).message}\nRun it again when that is mended; nothing comes in twice.`,
    );
    process.exitCode = 1;
  }
}
