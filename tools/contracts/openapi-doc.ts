import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { describeGateway } from './describe-gateway.js';

/** The text of docs/openapi.json, the present one (empty if missing) and the gateway's. @param root the checkout. */
export async function openApiDoc(root: string): Promise<{ file: string; now: string; wanted: string }> {
  const file = join(root, 'docs', 'openapi.json');
  const now = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const text = JSON.stringify(await describeGateway());
  return { file, now, wanted: await format(text, { ...(await resolveConfig(file)), filepath: file }) };
}
