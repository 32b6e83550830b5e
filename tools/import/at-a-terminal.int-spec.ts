import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { comment, item, rss } from './wordpress/written-exports.js';

const root = join(import.meta.dirname, '..', '..');
let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'broadside-terminal-'))));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Buffer): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

interface Ended {
  code: number | null;
  out: string;
  err: string;
}

/** Runs the importer in a line of shell, as `$importer`, with the files as `$1`, `$2` … */
function shell(line: string, files: string[], started?: (kill: (name: NodeJS.Signals) => void) => void) {
  const importer = `${process.execPath} tools/run.mjs import/import`;
  const env = { ...process.env, importer, NODE_OPTIONS: '', BROADSIDE_DATA: join(folder, 'data') };
  const child = spawn('bash', ['-c', line, 'bash', ...files], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended: Ended = { code: null, out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (ended.out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (ended.err += text));
  started?.((name) => child.kill(name));
  return new Promise<Ended>((resolve) => child.once('close', (code) => resolve({ ...ended, code })));
}

const dry = (...files: string[]) => shell('$importer --dry-run "$@"', files);
const noLetters = /[^\P{Cc}\n]|[\p{Cf}\p{Zl}\p{Zp}]/u;
const hostile = 'x\nskipped  9\u001b[2J\u009b31m\u202e\u2028z';

describe('text of an archive', () => {
  test('forges no row of the table, moves nothing, and is cut; the report has it unchanged', async () => {
    const kind = `<wp:post_type>${hostile.replace('\u001b', '')}</wp:post_type>`;
    const long = `<wp:status>${'y'.repeat(5_000)}</wp:status>`;
    const archive = file(`evil\n${hostile}.xml`, rss(item(kind) + item(long) + item(comment(1))));
    const { out, err } = await shell('$importer --dry-run --report "$2" "$1"', [archive, join(folder, 'report')]);
    expect(out + err).not.toMatch(noLetters);
    expect(out.match(/^skipped/gm)).toHaveLength(2);
    expect(Math.max(...out.split('\n').map(({ length }) => length))).toBeLessThan(300);
    const report = readFileSync(join(folder, 'report'), 'utf8');
    expect(report).not.toMatch(noLetters);
    expect(
      report
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as { file: string; reason: string }).reason),
    ).toEqual([`${hostile.replace('\u001b', '')}, publish`, `post, ${'y'.repeat(5_000)}`]);
  });

  test('is escaped by --find-protected too', async () => {
    const title = `<title>${hostile.replace('\u001b', '')}${'z'.repeat(1_900)}</title>`;
    const secret = item('<wp:post_password>p</wp:post_password>').replace('<title>T</title>', title);
    const { code, out, err } = await shell('$importer --find-protected "$@"', [file('secret.xml', rss(secret))]);
    expect([code, out.trim().split('\n').length]).toEqual([0, 6]);
    expect(out + err).not.toMatch(noLetters);
    expect(out.length).toBeLessThan(1_000);
  });
});

describe('a refused file', () => {
  test('is reported with the reason, and what was read before it is imported', async () => {
    const [line, other] = [
      '{"slug": "a", "title": "A"}',
      '{"articleSlug":"a","id":1,"postedAt":"2019-04-02","body":"x"}',
    ];
    const files = [
      file('first.jsonl', '{"title": "A"}\n'),
      file('second.jsonl', `${line}\n{"slug": "b"}`),
      file('dated.jsonl', `{"slug":"c","title":"C","publishedAt":"2019-04-02"}\n{"slug": "b"}`),
      file('comments.jsonl', `${other.replace('"a"', '"c"')}\n{`),
      file('stranger.jsonl', `${other}\n{`),
      file('disqus.xml', '<?xml version="1.0"?><disqus/>'),
    ];
    const { code, out, err } = await dry(...files);
    const told = err
      .replaceAll(`${folder}/`, '')
      .split('\n')
      .filter((each) => !each.startsWith('reading'));
    expect([code, told]).toEqual([
      1,
      [
        'refused: first.jsonl, line 1: has neither a slug, as articles have, nor an articleSlug, as comments have',
        'refused: second.jsonl, line 2: article: title is missing',
        'refused: dated.jsonl, line 2: article: title is missing; what stands before it would come in',
        'refused: comments.jsonl, line 2: is not JSON; what stands before it would come in',
        'refused: stranger.jsonl, line 2: is not JSON',
        'refused: disqus.xml is a Disqus export (XML)',
        'JSON Lines and WordPress exports (WXR) can be imported, plain or gzipped; see docs/import.md.',
        '',
      ],
    ]);
    expect(out).toMatch(/^articles +1$/m);
  });

  test('unreadable files are an invalid call, each with its reason', async () => {
    mkdirSync(join(folder, 'sub'));
    const one = file('one.jsonl', '{"slug": "a", "title": "A"}');
    const { code, err } = await dry(join(folder, 'sub'), join(folder, 'none'), join(one, 'x'), '/dev/null', one);
    expect([code, err.replaceAll(`${folder}/`, '')]).toEqual([
      2,
      'sub: it is a folder: name the files in it\nnone: there is no such file\none.jsonl/x: there is no such file\n' +
        '/dev/null: it is no file on a disk; write what comes from there into one\n',
    ]);
    const itself = await shell('$importer --dry-run --report "$1" "$1"', [one]);
    expect([itself.code, itself.err]).toEqual([2, `--report ${one}: it is the archive itself\n`]);
    expect(readFileSync(one, 'utf8')).toContain('slug');
  });

  test('a full disk is reported, with the file', async () => {
    const archive = file('one.jsonl', '{"articleSlug":"a","id":1,"postedAt":"2019-04-02","body":"x"}');
    const { code, err } = await shell('$importer --dry-run --report /dev/full "$1"', [archive]);
    expect([code, err]).toEqual([1, expect.stringContaining('--report /dev/full cannot be written: its disk is full')]);
    const printed = await shell('$importer --dry-run "$1" > /dev/full', [archive]);
    expect([printed.code, printed.err]).toEqual([1, expect.stringContaining('Standard output cannot be written')]);
  });
});

test('a gzip of many portions reports progress once, not for each', async () => {
  const lines = `{"slug": "a", "title": "${'A'.repeat(1_500)}"}\n`.repeat(4_000);
  const { code, err } = await dry(file('portions.gz', gzipSync(lines)));
  expect(code).toBe(0);
  const seen = err.trim().split('\n');
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.length).toBeLessThan(20);
});

test('a reader that closes the pipe changes neither the work nor the exit code', async () => {
  const archive = file('bad.jsonl', '{');
  const { code, err } = await shell('$importer --dry-run "$1" | true; exit ${PIPESTATUS[0]}', [archive]);
  expect([code, err]).toEqual([1, expect.stringMatching(/refused: .*: is not JSON\n$/)]);
  const both = await shell('$importer --dry-run "$1" 2>&1 | true; exit ${PIPESTATUS[0]}', [archive]);
  expect([both.code, both.err]).toEqual([1, '']);
});

/** Serves that answer while the work runs. */
async function withServer<Result>(answer: RequestListener, work: (url: string) => Promise<Result>): Promise<Result> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    return await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s ends with a word and its own exit code', async (signal, code) => {
  let asked: () => void = () => undefined;
  const isAsked = new Promise<void>((resolve) => (asked = resolve));
  const one = file('one.jsonl', '{"slug": "a", "title": "A"}');
  const ended = await withServer(
    () => asked(),
    (url) => shell('exec $importer --url "$1" "$2"', [url, one], (kill) => void isAsked.then(() => kill(signal))),
  );
  expect([ended.code, ended.err]).toEqual([code, `Ended by ${signal}: nothing was sent.\n`]);
});

test('without a data folder it reports where the password is looked for, and the flag for it', async () => {
  const one = file('one.jsonl', '{"slug": "a", "title": "A"}');
  const { code, err } = await withServer(
    (_, reply) => void reply.end('{"status":"ready"}'),
    (url) => shell('$importer --url "$1" "$2"', [url, one]),
  );
  expect([code, err]).toEqual([
    1,
    `There is no data folder ${folder}/data, from which the admin's password is read: ` +
      'name the data folder of the copy with --data FOLDER (or BROADSIDE_DATA).\n',
  ]);
});
