import { commandLine, readCall, usageOf } from '#tools/terminal/command-line.js';

export interface ImportArguments {
  files: string[];
  dataFolder: string;
  url: string | undefined;
  source: string | undefined;
  dryRun: boolean;
  findProtected: boolean;
  /** Where a mapping of categories is written for review. */
  proposeSections: string | undefined;
  /** The reviewed mapping. */
  sections: string | undefined;
  report: string | undefined;
  code: string | undefined;
  help: boolean;
}

type Flags = { [flag in 'data' | 'url' | 'source' | 'report' | 'code' | 'proposeSections' | 'sections']?: string } & {
  dryRun?: boolean;
  findProtected?: boolean;
};

const command = () =>
  commandLine(
    'npm run import --',
    `FILE… [--dry-run [--propose-sections FILE]] [--sections FILE] [--report FILE] [--source NAME] [--url URL] [--data FOLDER]
       npm run import -- --find-protected FILE… [--source NAME] [--url URL] [--data FOLDER]`,
    'It ends with 0 when all is well, 1 when a file was refused or the import stopped, 2 when it was called wrongly.',
  )
    .argument(
      '[FILE]',
      'JSON Lines or a WordPress export (WXR), plain or gzipped, several in any order; see docs/import.md',
    )
    .option('--dry-run', 'print the table and send nothing')
    .option('--report <FILE>', 'write what is skipped or reparented there, line by line, as JSON Lines')
    .option(
      '--source <NAME>',
      'what the archive is called: the same name makes a second run change nothing (default: jsonl, or the address of the WordPress site)',
    )
    .option('--url <URL>', 'the gateway (default: that of the copy running in the data folder)')
    .option('--data <FOLDER>', 'where admin.json is (BROADSIDE_DATA, default .data)')
    .option('--code <CODE>', 'a code of the admin’s second factor, where there is one')
    .option(
      '--propose-sections <FILE>',
      'with --dry-run: write there which categories could become sections, for review',
    )
    .option('--sections <FILE>', 'the reviewed file: what becomes of each category')
    .option(
      '--find-protected',
      'list the posts with a password, which earlier versions published, and which of them are here; import nothing',
    );

export const usage = usageOf(command());

/** @throws Error that names the invalid flag. */
export function parseImportArguments(args: string[], env: Record<string, string | undefined>): ImportArguments {
  const { flags, help, words: files } = readCall<Flags>(command(), args);
  const {
    data = env['BROADSIDE_DATA'] || '.data',
    url,
    source,
    report,
    code,
    proposeSections,
    sections,
    dryRun = false,
    findProtected = false,
  } = flags;
  if (!help && files.length === 0) throw new Error('No file was named.');
  if (url !== undefined && !/^https?:$/.test(URL.parse(url)?.protocol ?? ''))
    throw new Error(`--url ${url}: no address`);
  if (source === '') throw new Error('--source: a name is needed');
  if (findProtected && (dryRun || report !== undefined))
    throw new Error('--find-protected goes with neither --dry-run nor --report.');
  if (proposeSections !== undefined && (!dryRun || sections !== undefined))
    throw new Error('--propose-sections goes with --dry-run, and not with --sections.');
  const mapping = { proposeSections, sections };
  return { files, dataFolder: data, url, source, dryRun, findProtected, ...mapping, report, code, help };
}
