import { resolve } from 'node:path';
import { copyArguments, copyFlags, type CopyArguments, type CopyFlags } from '#tools/stack/running-copy.js';
import { commandLine, readCall, usageOf } from '#tools/terminal/command-line.js';

export interface DeadLettersArguments extends CopyArguments {
  action: 'list' | 'replay';
  /** A stream or `<topic>/<partition>/<offset>` each; none for all. */
  letters: string[];
  json: boolean;
  help: boolean;
  keyFile: string;
}

interface Flags extends CopyFlags {
  all?: boolean;
  json?: boolean;
  keyFile?: string;
}

const command = () =>
  copyFlags(
    commandLine(
      'npm run dead-letters --',
      'list [--json]\n       npm run dead-letters -- replay (LETTER… | --all)',
      `list      the messages that could not be applied, where they stand and why
replay    once what killed them is mended: applies them and what their streams have kept waiting, in order`,
    )
      .argument('[LETTER]', 'a stream, such as comment-1000001, or TOPIC/PARTITION/OFFSET')
      .option('--all', 'every one')
      .option('--json', 'one JSON object a letter')
      .option('--key-file <FILE>', "the installation's keyring keys, instead of the copy's own (KEYRING_KEY_FILE)"),
  );

export const usage = usageOf(command());

/** @throws Error that names the invalid flag or argument. */
export function parseDeadLettersArguments(
  args: string[],
  env: Record<string, string | undefined>,
): DeadLettersArguments {
  const { flags, help, words } = readCall<Flags>(command(), args);
  const { all = false, json = false } = flags;
  const [action = help ? 'list' : '', ...letters] = words;
  if (action !== 'list' && action !== 'replay') {
    throw new Error(action ? `"${action}" is neither list nor replay.` : 'list or replay is missing.');
  }
  if (action === 'list' && letters[0] !== undefined)
    throw new Error(`list takes no letter; "${letters[0]}" is too many.`);
  if (action === 'list' && all) throw new Error('--all does not go with list.');
  if (action === 'replay' && json) throw new Error('--json does not go with replay.');
  if (action === 'replay' && !help && all === letters.length > 0) {
    throw new Error(all ? '--all does not go with a LETTER.' : 'LETTER is missing; or say --all.');
  }
  const copy = copyArguments(flags, env);
  const keyFile = flags.keyFile ?? (env['KEYRING_KEY_FILE'] || resolve(copy.dataFolder, 'keys', 'keyring.json'));
  return { ...copy, action, letters, json, help, keyFile };
}
