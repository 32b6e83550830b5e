import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { copyArguments, copyFlags, copyUsage, type CopyArguments } from '#tools/stack/running-copy.js';

export interface DeadLettersArguments extends CopyArguments {
  action: 'list' | 'replay';
  /** A stream or `<topic>/<partition>/<offset>` each; none for all. */
  letters: string[];
  json: boolean;
  keyFile: string;
}

export const usage = `npm run dead-letters -- list [--json]
npm run dead-letters -- replay (LETTER… | --all)

list      the messages that could not be applied, where they stand and why
replay    once what killed them is mended: applies them and what their streams have kept waiting, in order

  LETTER             a stream, such as comment-1000001, or TOPIC/PARTITION/OFFSET
  --all              every one
  --json             one JSON object a letter
  --key-file FILE    the installation's keyring keys, instead of the copy's own (KEYRING_KEY_FILE)
${copyUsage}`;

/** @throws Error that names the flag or argument which does not fit. */
export function parseDeadLettersArguments(
  args: string[],
  env: Record<string, string | undefined>,
): DeadLettersArguments {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      ...copyFlags,
      all: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      'key-file': { type: 'string' },
    },
  });
  const [action = values.help ? 'list' : '', ...letters] = positionals;
  if (action !== 'list' && action !== 'replay') {
    throw new Error(action ? `"${action}" is neither list nor replay.` : 'list or replay is missing.');
  }
  if (action === 'list' && letters[0] !== undefined)
    throw new Error(`list takes no letter; "${letters[0]}" is too many.`);
  if (action === 'list' && values.all) throw new Error('--all does not go with list.');
  if (action === 'replay' && values.json) throw new Error('--json does not go with replay.');
  if (action === 'replay' && !values.help && values.all === letters.length > 0) {
    throw new Error(values.all ? '--all does not go with a LETTER.' : 'LETTER is missing; or say --all.');
  }
  const copy = copyArguments(values, env);
  const keyFile = values['key-file'] ?? (env['KEYRING_KEY_FILE'] || resolve(copy.dataFolder, 'keys', 'keyring.json'));
  return { ...copy, action, letters, json: values.json, keyFile };
}
