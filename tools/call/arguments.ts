import { idempotencyKeyPattern } from '#commands/idempotency-key.js';
import { commandLine, readCall, usageOf } from '#tools/terminal/command-line.js';

export const services = ['articles', 'comments', 'users'] as const;
export type Service = (typeof services)[number];

export interface CallArguments {
  service: Service;
  command: string;
  /** JSON; undefined to read it from standard input. */
  body: string | undefined;
  token: string | undefined;
  from: string | undefined;
  idempotencyKey: string | undefined;
  dataFolder: string;
  /** The service's address, unless it belongs to the copy in the data folder. */
  url: string | undefined;
  keyFile: string | undefined;
  help: boolean;
}

type Flags = { [flag in 'token' | 'from' | 'idempotencyKey' | 'data' | 'url' | 'key']?: string };

const command = () =>
  commandLine(
    'npm run call --',
    'SERVICE COMMAND [JSON] [--token T] [--from ADDRESS]',
    "Gives a command to a service as the gateway would, and prints its answer. It passes the gateway's limits by.",
  )
    .argument('[SERVICE]', services.join(', '))
    .argument('[COMMAND]', 'as the policy names it: introduce-guest, close-comments')
    .argument(
      '[JSON]',
      "its body; - reads it from standard input, so that no secret is in the shell's history ({} unless said)",
    )
    .option('--token <T>', 'of the guest or account that gives it (BROADSIDE_TOKEN)')
    .option('--from <ADDRESS>', 'the address it is said to come from')
    .option('--idempotency-key <K>', 'what it is repeated by')
    .option('--data <FOLDER>', 'the folder of the running copy (BROADSIDE_DATA, default .data)')
    .option(
      '--url <URL>',
      "where the service listens, instead of the copy's own (USERS_URL, ARTICLES_URL, COMMENTS_URL)",
    )
    .option('--key <FILE>', "the installation's command key (COMMAND_KEY_FILE, default FOLDER/keys/command-key)");

export const usage = usageOf(command());

/** @throws Error that names the invalid flag or argument. */
export function parseCallArguments(args: string[], env: Record<string, string | undefined>): CallArguments {
  const { flags, help, words } = readCall<Flags>(command(), args);
  const { token, from, data, url, key, idempotencyKey } = flags;
  const [service = help ? 'users' : '', name = help ? 'login' : '', body = '{}', ...more] = words;
  if (service === '') throw new Error('SERVICE is missing.');
  if (name === '') throw new Error('COMMAND is missing.');
  if (!/^[a-z-]+$/.test(name)) throw new Error(`COMMAND "${name}" is no name such as close-comments.`);
  if (more.length > 0) throw new Error(`"${more[0]}" is too much: put the JSON between quotes.`);
  if (body !== '-') requireJson(body);
  if (url !== undefined && !URL.canParse(url)) throw new Error(`--url "${url}" is not an address.`);
  if (idempotencyKey !== undefined && !new RegExp(idempotencyKeyPattern).test(idempotencyKey)) {
    throw new Error('--idempotency-key is not 1 to 200 ASCII characters.');
  }
  return {
    ...{ service: serviceNamed(service), command: name, body: body === '-' ? undefined : body, from, help },
    url: url ?? (env[`${service.toUpperCase()}_URL`] || undefined),
    ...{ idempotencyKey, token: token ?? (env['BROADSIDE_TOKEN'] || undefined) },
    dataFolder: data ?? (env['BROADSIDE_DATA'] || '.data'),
    keyFile: key ?? (env['COMMAND_KEY_FILE'] || undefined),
  };
}

function requireJson(body: string): void {
  try {
    JSON.parse(body);
  } catch (error) {
    throw new Error(`The body is not JSON: ${(error as Error).message}`, { cause: error });
  }
}

function serviceNamed(name: string): Service {
  const found = services.find((each) => each === name);
  if (!found) throw new Error(`SERVICE "${name}" is none of ${services.join(', ')}.`);
  return found;
}
