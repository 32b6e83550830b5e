import { parseArgs } from 'node:util';

export interface ImportArguments {
  files: string[];
  dataFolder: string;
  url: string | undefined;
  source: string;
  help: boolean;
}

export const usage = `npm run import -- FILE… [--source NAME] [--url URL] [--data FOLDER]

  FILE           JSON Lines of articles and comments, in any order; see docs/import.md
  --source NAME  what the archive is called: the same name makes a second run change nothing (default jsonl)
  --url URL      the gateway (default: that of the copy running in the data folder)
  --data FOLDER  where admin.json is (BROADSIDE_DATA, default .data)`;

/** @throws Error that names the flag which does not fit. */
export function parseImportArguments(args: string[], env: Record<string, string | undefined>): ImportArguments {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      data: { type: 'string', default: env['BROADSIDE_DATA'] || '.data' },
      url: { type: 'string' },
      source: { type: 'string', default: 'jsonl' },
      help: { type: 'boolean', default: false },
    },
  });
  if (!values.help && positionals.length === 0) throw new Error('No file was named.');
  return { files: positionals, dataFolder: values.data, url: values.url, source: values.source, help: values.help };
}
