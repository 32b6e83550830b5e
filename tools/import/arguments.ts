import { parseArgs } from 'node:util';

export interface ImportArguments {
  files: string[];
  dataFolder: string;
  url: string | undefined;
  source: string | undefined;
  dryRun: boolean;
  findProtected: boolean;
  report: string | undefined;
  help: boolean;
}

export const usage = `npm run import -- FILE… [--dry-run] [--report FILE] [--source NAME] [--url URL] [--data FOLDER]
npm run import -- --find-protected FILE… [--source NAME] [--url URL] [--data FOLDER]

  FILE           JSON Lines or a WordPress export (WXR), plain or gzipped, several in any order; see docs/import.md
  --dry-run      print the table and send nothing
  --report FILE  write what is skipped or reparented there, line by line, as JSON Lines
  --source NAME  what the archive is called: the same name makes a second run change nothing (default: jsonl, or the
                 address of the WordPress site)
  --url URL      the gateway (default: that of the copy running in the data folder)
  --data FOLDER  where admin.json is (BROADSIDE_DATA, default .data)
  --find-protected
                 list the posts with a password, which earlier versions published, and which of them are here; import
                 nothing

It ends with 0 when all is well, 1 when a file was refused or the import stopped, 2 when it was called wrongly.`;

/** @throws Error that names the flag which does not fit. */
export function parseImportArguments(args: string[], env: Record<string, string | undefined>): ImportArguments {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      data: { type: 'string', default: env['BROADSIDE_DATA'] || '.data' },
      url: { type: 'string' },
      source: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      'find-protected': { type: 'boolean', default: false },
      report: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const { data, url, source, report, help } = values;
  if (!help && positionals.length === 0) throw new Error('No file was named.');
  if (url !== undefined && !/^https?:$/.test(URL.parse(url)?.protocol ?? ''))
    throw new Error(`--url ${url}: no address`);
  if (source === '') throw new Error('--source: a name is needed');
  const { 'dry-run': dryRun, 'find-protected': findProtected } = values;
  if (findProtected && (dryRun || report !== undefined))
    throw new Error('--find-protected goes with neither --dry-run nor --report.');
  return { files: positionals, dataFolder: data, url, source, dryRun, findProtected, report, help };
}
