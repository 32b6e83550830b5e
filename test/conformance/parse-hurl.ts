/**
 * One request of a Hurl file, with its assertions. See https://hurl.dev/docs/hurl-file.html; only what the RealWorld files
 * use of it.
 */
export interface HurlEntry {
  /** The comment above it. */
  title: string;
  method: string;
  url: string;
  headers: [name: string, value: string][];
  body: string | undefined;
  status: number;
  asserts: { path: string; predicate: string }[];
  captures: { name: string; path: string }[];
}

const requestLine = /^(GET|POST|PUT|PATCH|DELETE) (\S+)$/;
const headerLine = /^([\w-]+): (.+)$/;
const assertLine = /^jsonpath "([^"]+)" (.+)$/;
const captureLine = /^(\w+): jsonpath "([^"]+)"$/;

/** @throws Error at an unknown line, because ignoring it would weaken the test. */
export function parseHurl(text: string): HurlEntry[] {
  const entries: HurlEntry[] = [];
  const lines = text.split('\n');
  let title = '';
  let within: 'request' | 'Asserts' | 'Captures' = 'request';
  for (let at = 0; at < lines.length; at += 1) {
    const line = (lines[at] ?? '').trimEnd();
    const entry = entries.at(-1);
    const [, method, url = ''] = requestLine.exec(line) ?? [];
    const status = /^HTTP (\d{3})$/.exec(line)?.[1];
    const section = /^\[(Asserts|Captures)\]$/.exec(line)?.[1] as 'Asserts' | 'Captures' | undefined;
    if (line === '') continue;
    if (line.startsWith('#')) title = line.slice(1).trim();
    else if (method !== undefined) {
      entries.push({ title, method, url, headers: [], body: undefined, status: 0, asserts: [], captures: [] });
      within = 'request';
    } else if (!entry) throw new Error(`line ${at + 1}: no request yet: ${line}`);
    else if (status !== undefined) entry.status = Number(status);
    else if (section !== undefined) within = section;
    else if (line === '{') {
      const end = lines.indexOf('}', at);
      entry.body = lines.slice(at, end + 1).join('\n');
      at = end;
    } else if (!readLine(entry, within, line)) throw new Error(`line ${at + 1} is not understood: ${line}`);
  }
  return entries;
}

function readLine(entry: HurlEntry, within: 'request' | 'Asserts' | 'Captures', line: string): boolean {
  const form = { request: headerLine, Asserts: assertLine, Captures: captureLine }[within];
  const [, first, second] = form.exec(line) ?? [];
  if (first === undefined || second === undefined) return false;
  if (within === 'request') entry.headers.push([first, second]);
  else if (within === 'Asserts') entry.asserts.push({ path: first, predicate: second });
  else entry.captures.push({ name: first, path: second });
  return true;
}
