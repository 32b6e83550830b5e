import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Progress } from '#tools/terminal/progress.js';
import { readArchive } from '../read-archive.js';
import { RecordingSink } from '../recording-sink.js';
import { item, rss } from '../wordpress/written-exports.js';

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'broadside-formats-'))));
afterAll(() => rmSync(folder, { recursive: true }));

const silent = new Progress({ isTTY: false, columns: 80, write: () => true });

/** The message for a file with this content, or its number of articles. */
async function read(content: string | Buffer): Promise<string | number> {
  const [file, sink] = [join(folder, 'a'), new RecordingSink()];
  writeFileSync(file, content);
  try {
    await readArchive(file, undefined, sink, silent);
    return sink.items.filter(({ article }) => article).length;
  } catch (error) {
    expect(sink.items).toEqual([]);
    return (error as Error).message.replace(file, 'FILE');
  }
}

const utf16 = (text: string) => Buffer.from(text, 'utf16le');
const bytes = (text: string) => Buffer.from(text, 'latin1');
/** A Zip archive up to its first file's header and name. */
const zip = (name: string) => bytes(`PK\x03\x04${'\0'.repeat(22)}${String.fromCharCode(name.length)}\0\0\0${name}`);
const disqus = '<?xml version="1.0"?>\n<!-- > -->\n<disqus xmlns="http://disqus.com"><category/></disqus>';
const atom = (inside: string) => `<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'>${inside}</feed>`;
const line = '{"slug": "a", "title": "A"}\n';

describe('a file that is no archive is named by its type', () => {
  test.each<[string | Buffer, string]>([
    [disqus, 'is a Disqus export (XML)'],
    [`\ufeff\n${disqus}`, 'is a Disqus export (XML)'],
    [utf16(`\ufeff${disqus}`), 'is a Disqus export (XML)'],
    [atom("<generator version='7.00' uri='http://www.blogger.com'>Blogger</generator>"), 'is a Blogger export (Atom)'],
    [atom('<id>tag:blogger.com,1999:blog-1.archive</id>'), 'is a Blogger export (Atom)'],
    [atom('<title>T</title>'), 'is an Atom feed'],
    ['<!DOCTYPE html>\n<html><body>Not found</body></html>', 'is an HTML page'],
    ['<HTML>', 'is an HTML page'],
    [
      '<!DOCTYPE html><html><article class="h-entry"><a href="https://medium.com/p/1">',
      'is a page of a Medium export (HTML)',
    ],
    [zip('posts/2019-04-02_Ferry-1a.html'), 'is a Medium export (Zip)'],
    [zip('export.xml'), 'is a Zip archive: unpack it, and name the files in it'],
    [zip('[Content_Types].xml'), 'is a document of an office program'],
    [bytes('\x89PNG\r\n\x1a\n\0'), 'is a PNG image'],
    [bytes('\xff\xd8\xff\xe0\0'), 'is a JPEG image'],
    ['%PDF-1.7\n', 'is a PDF document'],
    [gzipSync(gzipSync(line)), 'is gzipped twice: gunzip it once'],
    [utf16(`\ufeff${line}`), 'is text in UTF-16: save it as UTF-8'],
    [utf16(`\ufeff${line}`).swap16(), 'is text in UTF-16: save it as UTF-8'],
    [utf16(line), 'is text in UTF-16: save it as UTF-8'],
    [`[${line}]`, 'is a JSON array: JSON Lines have one object a line, without brackets around and commas between'],
    ['{\n  "slug": "a"\n}', 'is one JSON object over several lines: JSON Lines have one a line'],
    ['{"db": [{"meta": {}}]}', 'is a Ghost export (JSON)'],
    ['AUTHOR: Ann\nTITLE: A\n-----\n', 'is a Movable Type export'],
    [bytes('\x7fELF\x02\x01\x01\0\0'), 'is a binary file of no kind known here'],
    [bytes('id;n\xe9\n1;2\n'), 'is text that is not UTF-8, of no kind known here'],
    ['id,\u009bname\n1,Ann\n', 'is text of no kind known here: it begins with “id,\\u{9b}name”'],
    ['', 'is empty'],
    [' \n\r\n', 'is empty'],
    ['\ufeff', 'is empty'],
  ])('%#', async (content, said) => {
    expect(await read(content)).toBe(`FILE ${said}`);
    if (!said.startsWith('is gzipped twice')) expect(await read(gzipSync(content))).toBe(`FILE ${said}`);
  });

  test('in a second, however much precedes the root', async () => {
    const before = performance.now();
    await read('<!-- -->'.repeat(200_000));
    expect(performance.now() - before).toBeLessThan(5_000);
  });
});

test('XML of an unknown kind is refused with the position and the root', async () => {
  expect(await read('<b:note xmlns:b="b"/>')).toBe(
    'FILE, line 1, column 21: the root is <b:note>, not the <rss> of a WordPress export',
  );
});

describe('an archive is read', () => {
  test.each<[string, string | Buffer]>([
    ['JSON Lines behind a byte order mark and empty lines', `\ufeff\n\n${line}`],
    [
      'an export behind comments and a document type',
      `<?xml version="1.0"?><!-- <disqus> --><!DOCTYPE rss>${rss(item())}`,
    ],
    ['an export in UTF-16', utf16(`\ufeff<?xml version="1.0" encoding="UTF-16"?>${rss(item())}`)],
    ['an export in UTF-16, the other way', utf16(`\ufeff${rss(item())}`).swap16()],
    ['an export in UTF-16 without a mark', utf16(rss(item()))],
  ])('%s', async (_what, content) => {
    expect(await read(content)).toBe(1);
    expect(await read(gzipSync(content))).toBe(1);
  });

  test('a gzip that is cut off or damaged is refused as such; what was read before is imported', async () => {
    const whole = gzipSync(
      Array.from({ length: 9_000 }, (_, at) => `{"slug":"${at}","title":"${Math.sin(at)}"}`).join('\n'),
    );
    const [file, sink] = [join(folder, 'a'), new RecordingSink()];
    writeFileSync(file, whole.subarray(0, whole.length - 9_000));
    await expect(readArchive(file, undefined, sink, silent)).rejects.toThrow('a, the gzip ends too early');
    expect(sink.items.length).toBeGreaterThan(1_000);
    writeFileSync(file, Buffer.concat([gzipSync('').subarray(0, 10), Buffer.alloc(100, 0xff)]));
    await expect(readArchive(file, undefined, sink, silent)).rejects.toThrow('a, the gzip is damaged');
  });
});
