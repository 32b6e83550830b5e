import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { readKeyFile } from '#process/read-key-file.js';
import { whyNoAnswer } from '#tools/gateway/why-no-answer.js';
import { Fault } from '#tools/stack/fault.js';
import { portsAround } from '#tools/stack/ports.js';
import { gatewayOf } from '#tools/stack/running-copy.js';
import { runTool } from '#tools/terminal/run-tool.js';
import { sayExactly, tell } from '#tools/terminal/say.js';
import { parseCallArguments, usage, type CallArguments } from './arguments.js';
import { giveCommand } from './give-command.js';

/** @throws Fault if the key cannot be read, or the service does not answer. */
async function call(args: CallArguments): Promise<void> {
  const { service, command, token, from, idempotencyKey } = args;
  const url = args.url ?? `http://127.0.0.1:${portsAround(gatewayOf(args))[service]}`;
  const key = readKey(args.keyFile ?? join(args.dataFolder, 'keys', 'command-key'));
  const answer = await giveCommand({
    ...{ url, key, name: command, body: args.body ?? (await text(process.stdin)), token, from },
    headers: idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey },
  }).catch((error: unknown) => {
    throw new Fault(`The ${service} service does not answer at ${url}: ${whyNoAnswer(error)}.`);
  });
  tell`${answer.status} ${answer.statusText}`;
  sayExactly(await answer.text());
  if (!answer.ok) process.exitCode = 1;
}

function readKey(file: string): Buffer {
  try {
    return readKeyFile(file)[0];
  } catch (error) {
    throw new Fault(`The command key ${file} ${(error as Error).message}. Name its file with --key FILE.`);
  }
}

await runTool({ usage, parse: parseCallArguments, run: call });
