import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { readKeyFile } from './read-key-file.js';

export const portVar = z.coerce.number().int().min(0).max(65_535);
export const hostVar = z.string().default('127.0.0.1');
export const logLevelVar = z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info');
export const brokersVar = z
  .string()
  .min(1)
  .transform((list) => list.split(',').map((broker) => broker.trim()));
export const urlVar = z.string().regex(/^\w+:\/\/\S+$/, 'must be a URL');

/** The path of a JSON file; gives its content. */
export const jsonFileVar = z.string().transform((path, context): unknown => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    context.addIssue({ code: 'custom', message: `cannot be read: ${(error as Error).message}` });
    return z.NEVER;
  }
});

/** The path of a file with keys of 32 bytes in base64, one a line: the first is used, the others are still accepted. */
export const keysFileVar = z.string().transform((path, context): [Buffer, ...Buffer[]] => {
  try {
    return readKeyFile(path);
  } catch (error) {
    context.addIssue({ code: 'custom', message: (error as Error).message });
    return z.NEVER;
  }
});

/** The path of a file with 32 bytes in base64. */
export const keyFileVar = keysFileVar.transform((keys, context): Buffer => {
  if (keys.length === 1) return keys[0];
  context.addIssue({ code: 'custom', message: 'must hold one key' });
  return z.NEVER;
});

/** How long a process continues to serve after a stop signal, until load balancers send no more requests. */
export const drainVar = z.coerce.number().min(0).max(60).default(0);

/** How long a starting process waits for what it depends on; then it exits and names what it waited for. */
export const startVar = z.coerce.number().min(1).max(600).default(60);

const everyService = {
  PORT: portVar,
  MANAGEMENT_PORT: portVar,
  HOST: hostVar,
  LOG_LEVEL: logLevelVar,
  DRAIN_SECONDS: drainVar,
  START_WITHIN_SECONDS: startVar,
};

/**
 * The environment of one app: the variables of every service (PORT, MANAGEMENT_PORT, HOST, LOG_LEVEL, DRAIN_SECONDS,
 * START_WITHIN_SECONDS) and the app's own. Each may be given by a file: `DATABASE_URL_FILE` names the file that holds
 * DATABASE_URL.
 * If a variable is missing or invalid, the process names it on standard error, without its value, and exits with 1.
 */
export function readEnv<Shape extends z.core.$ZodLooseShape>(
  shape: Shape,
  source: Record<string, string | undefined> = process.env,
): z.infer<z.ZodObject<typeof everyService & Shape>> {
  try {
    return parseEnv(shape, source);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exit(1);
  }
}

const isGiven = (name: string, source: Record<string, string | undefined>) =>
  (source[name] ?? source[`${name}_FILE`]) !== undefined;

/** Values given by files, trimmed: secrets are then not in the environment. */
function fromFiles(shape: object, source: Record<string, string | undefined>): Record<string, string> {
  const given = Object.keys({ ...everyService, ...shape }).filter(
    (name) => source[name] === undefined && source[`${name}_FILE`] !== undefined,
  );
  return Object.fromEntries(given.map((name) => [name, readVariable(`${name}_FILE`, source[`${name}_FILE`] ?? '')]));
}

function readVariable(name: string, path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    throw new Error(`The environment is not complete:\n  ${name} cannot be read: ${(error as Error).message}`, {
      cause: error,
    });
  }
}

/** @throws Error that names each missing or invalid variable. */
export function parseEnv<Shape extends z.core.$ZodLooseShape>(
  shape: Shape,
  source: Record<string, string | undefined>,
): z.infer<z.ZodObject<typeof everyService & Shape>> {
  const result = z.object({ ...everyService, ...shape }).safeParse({ ...source, ...fromFiles(shape, source) });
  if (result.success) return result.data;
  const lines = result.error.issues.map(({ path, message }) => {
    const name = String(path[0]);
    return `  ${name} ${isGiven(name, source) ? message : 'is missing'}`;
  });
  throw new Error(['The environment is not complete:', ...new Set(lines)].join('\n'));
}
