import { Fault } from '#tools/stack/fault.js';
import { endWhenTold } from '#tools/terminal/end-when-told.js';
import { Progress } from '#tools/terminal/progress.js';
import { runTool, wrongCall } from '#tools/terminal/run-tool.js';
import { tell } from '#tools/terminal/say.js';
import { Lines, linesOf } from '#tools/terminal/sentence.js';
import { parseImportArguments, usage, type ImportArguments } from './arguments.js';
import { unreadable } from './check-files.js';
import { findProtected } from './find-protected.js';
import { importFiles } from './import-files.js';
import { openGateway } from './open-gateway.js';
import { Report } from './report.js';
import { Filing } from './sections/filing.js';
import { readMapping } from './sections/read-mapping.js';
import { requireNoFile } from './sections/write-mapping.js';

/** What happens to an import that is interrupted now. */
let standing = 'nothing was sent';

async function run(args: ImportArguments): Promise<number> {
  const progress = new Progress();
  endWhenTold((signal) => tell`Ended by ${signal}: ${standing}.`);
  const faults = unreadable(args.files);
  for (const fault of faults) tell`${new Lines(fault)}`;
  if (faults.length > 0) return wrongCall;
  if (args.findProtected) return findProtected(args, progress);
  const given = openGiven(args);
  if (!given) return wrongCall;
  const { report } = given;
  const gateway = args.dryRun ? undefined : await openGateway(args);
  const sends = () => (standing = 'what came in stays; run it again and it goes on, and nothing comes in twice');
  try {
    return await importFiles(args, { ...given, gateway, progress, sends });
  } catch (error) {
    progress.end();
    tell`The import stopped: ${linesOf(error)}\nRun it again when that is mended; nothing comes in twice.`;
    return 1;
  } finally {
    report.close();
  }
}

/** What the flags name; undefined, with the reason told, if it is not fit. */
function openGiven({ report, files, sections, proposeSections }: ImportArguments) {
  try {
    if (proposeSections !== undefined) requireNoFile(proposeSections);
    const filing = sections === undefined ? undefined : new Filing(readMapping(sections));
    return { filing, report: new Report(report, files) };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    tell`${linesOf(error)}`;
    return undefined;
  }
}

await runTool({ usage, parse: parseImportArguments, run, worksUnread: true });
