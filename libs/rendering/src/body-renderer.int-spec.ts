import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '#testing/eventually.js';
import { builtLibs, difficultRenderer, testRenderer } from '#testing/rendering/renderers.js';
import type { BodyFormat } from '#contracts/body-format.js';
import type { Body } from './body.js';
import { BodyRenderer } from './body-renderer.js';
import { cpuMsOfProcess } from './cpu-of-process.js';
import { renderBody } from './render-body.js';

const markdown = (body: string): Body => ({ body, format: 'markdown' });
const ordinary = markdown('an *ordinary* one');
const { body, format } = ordinary;
const html = { html: renderBody(body, format) };

let lost: string[];
let renderer: BodyRenderer;
beforeEach(() => {
  lost = [];
  renderer = patient(10_000);
});
afterEach(() => renderer.close());

/** Waits as long as a test may take, so that what is found is told at once. */
const patient = (cpuMs: number, answerMs = 20_000) =>
  difficultRenderer({ cpuMs, answerMs, waitMs: 25_000, onLost: (why) => lost.push(why) });

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe('bodies are rendered in a process of their own', () => {
  test('as they are anywhere, in their order, with what is not well-formed', async () => {
    const real = testRenderer();
    const bodies: Body[] = [
      { body: 'a\ud800 "b"', format: 'text' },
      markdown('# *a* \ud800 &amp; 😀 \0'),
      { body: '<b>é</b><script>x</script>', format: 'html' },
      markdown(`[a]: /x '${'&'.repeat(4_990)}'\n\n${'[a]'.repeat(1_660)}`),
    ];
    const expected = bodies.map((each) => ({ html: renderBody(each.body, each.format) }));
    expect(await real.render(bodies)).toEqual(expected);
    real.close();
  });

  test.each<[BodyFormat, string, number]>([
    ['html', 'a\n\n', 2_000_000],
    ['html', '<b>x</b>', 2_000_000],
    ['text', '"', 2_000_000],
    ['markdown', '~\n\n', 200_000],
  ])('the longest of an archive is rendered with the memory and time there is: %s of %j', async (of, unit, length) => {
    const real = testRenderer({ waitMs: 25_000, onLost: (why) => lost.push(why) });
    const text = unit.repeat(length / unit.length);
    const [rendered] = await real.render([{ body: text, format: of }]);
    expect(Object.keys(rendered ?? {})).toEqual(['html']);
    expect(lost).toEqual([]);
    real.close();
  });

  test.each([
    ['hang', 'no answer within 500 ms of its own time'],
    ['stop', 'no answer within 1000 ms'],
    ['grow', 'ended by SIG'],
    ['exit', 'ended by code 3'],
    ['kill', 'ended by SIGKILL'],
  ])('one that makes it %s is at fault alone, after a second try', async (word, why) => {
    if (word === 'hang') renderer = patient(500);
    if (word === 'stop') renderer = patient(10_000, 1_000);
    const rendered = await renderer.render([ordinary, markdown(word), ordinary]);
    expect(rendered).toEqual([html, { fault: expect.stringContaining(why) }, html]);
    expect(lost).toHaveLength(2);
    expect(await renderer.render([ordinary])).toEqual([html]);
  });

  test('one that is at fault is not tried again when its batch comes again', async () => {
    const rendered = await renderer.render([markdown('exit')]);
    expect(await renderer.render([markdown('exit'), ordinary])).toEqual([...rendered, html]);
    expect(lost).toHaveLength(2);
  });

  test('one that only failed once is rendered', async () => {
    const mark = join(mkdtempSync(join(tmpdir(), 'rendering-')), 'tried');
    const rendered = await renderer.render([markdown(`once:${mark}`), ordinary]);
    expect(rendered).toEqual([{ html: expect.stringContaining('once') }, html]);
    expect(lost).toEqual(['ended by code 3']);
  });

  test('one that throws is at fault without a second try', async () => {
    const rendered = await renderer.render([markdown('throw'), ordinary]);
    expect(rendered).toEqual([{ fault: 'Error: no such text' }, html]);
    expect(lost).toEqual([]);
  });

  test('a batch does not wait long, and what is rendered meanwhile is there when it comes again', async () => {
    const hasty = difficultRenderer({ cpuMs: 500, waitMs: 100 });
    const bodies = [markdown('hang:1'), ordinary, markdown('hang:2')];
    await expect(hasty.render(bodies)).rejects.toThrow(/^waited 100 ms for/);
    const rendered = await eventually(() => hasty.render(bodies), { what: 'the bodies', timeoutMs: 20_000 });
    const fault = { fault: expect.stringContaining('no answer') };
    expect(rendered).toEqual([fault, html, fault]);
    hasty.close();
  });

  test.each([
    ['no process starts', 'nowhere.js'],
    ['it renders nothing at all', join('testing', 'src', 'rendering', 'useless-rendering.js')],
  ])('no body is at fault where %s', async (_, script) => {
    const useless = new BodyRenderer({ script: join(builtLibs, script) });
    await expect(useless.render([ordinary])).rejects.toThrow(/^waited \d+ ms for/);
    useless.close();
  });

  test('nor where it is closed', async () => {
    renderer.close();
    await expect(renderer.render([ordinary])).rejects.toThrow(/^waited \d+ ms for/);
  });

  test('one that is idle, and killed, is started anew', async () => {
    await renderer.render([ordinary]);
    const first = renderer.pid ?? 0;
    process.kill(first, 'SIGKILL');
    await eventually(() => !isAlive(first), { what: 'the process to end' });
    expect(await renderer.render([ordinary])).toEqual([html]);
    expect(renderer.pid).not.toBe(first);
  });

  test('text as such needs no process', async () => {
    const rendered = await renderer.render([{ body: 'hang', format: 'text' }]);
    expect(rendered).toEqual([{ html: '<p>hang</p>' }]);
    expect(renderer.pid).toBeUndefined();
  });

  test.each(['', 'hang'])('it ends with its parent, even in the middle of a text: "%s"', async (word) => {
    const main = join(builtLibs, 'testing', 'src', 'rendering', 'renders-until-killed.js');
    const parent = spawn(process.execPath, [main, word], { stdio: ['ignore', 'pipe', 'inherit'], env: {} });
    const [pid] = (await once(parent.stdout, 'data')) as [Buffer];
    const child = Number(String(pid));
    const isBusy = () => (cpuMsOfProcess(child) ?? 0) > 1_000;
    if (word === 'hang') await eventually(isBusy, { what: 'the process to be in the middle of the text' });
    expect(isAlive(child)).toBe(true);
    parent.kill('SIGKILL');
    await eventually(() => !isAlive(child), { what: 'the process to end with its parent' });
  });
});
