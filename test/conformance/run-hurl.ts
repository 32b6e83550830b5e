import { holds, valueAt } from './holds.js';
import { parseHurl, type HurlEntry } from './parse-hurl.js';

export interface HurlRun {
  requests: number;
  /** One sentence for each failed assertion. */
  failures: string[];
}

/** Runs a file's requests in order; each can use the values that earlier ones captured. */
export async function runHurl(text: string, variables: Record<string, string>): Promise<HurlRun> {
  const known: Record<string, string> = { ...variables };
  const failures: string[] = [];
  const entries = parseHurl(text);
  for (const entry of entries) failures.push(...(await runEntry(entry, known)));
  return { requests: entries.length, failures };
}

async function runEntry(entry: HurlEntry, known: Record<string, string>): Promise<string[]> {
  const fill = (text: string) => text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => known[name] ?? `{{${name}}}`);
  const { method, url, title, body, status } = entry;
  const headers = new Headers(entry.headers.map(([name, value]) => [name, fill(value)]));
  if (body !== undefined) headers.set('content-type', 'application/json');
  const answer = await fetch(fill(url), { method, headers, ...(body !== undefined && { body: fill(body) }) });
  const text = await answer.text();
  const document = text === '' ? undefined : (JSON.parse(text) as unknown);
  const where = `${title} (${method} ${url})`;
  const failures = answer.status === status ? [] : [`${where}: ${answer.status}, not ${status}: ${text}`];
  for (const { path, predicate } of entry.asserts) {
    const value = valueAt(document, path);
    if (!holds(value, fill(predicate)))
      failures.push(`${where}: ${path} is ${JSON.stringify(value)}, not ${predicate}`);
  }
  for (const { name, path } of entry.captures) known[name] = String(valueAt(document, path));
  return failures;
}
