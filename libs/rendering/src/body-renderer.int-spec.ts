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

/** Waits as long as a test may take, so that faults are found at once. */
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
  test('as in the same process, in order, malformed ones included', async () => {
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
  ])(
    'the longest body of an archive renders within the limits of memory and time: %s of %j',
    async (of, unit, length) => {
      const real = testRenderer({ waitMs: 25_000, onLost: (why) => lost.push(why) });
      const text = unit.repeat(length / unit.length);
      const [rendered] = await real.render([{ body: text, format: of }]);
      expect(Object.keys(rendered ?? {})).toEqual(['html']);
      expect(lost).toEqual([]);
      real.close();
    },
  );

  test.each([
    ['hang', 'no answer within 500 ms of its own time'],
    ['stop', 'no answer within 1000 ms'],
    ['grow', 'ended by SIG'],
    ['exit', 'ended by code 3'],
    ['kill', 'ended by SIGKILL'],
  ])('a body that makes it %s is at fault alone, after a second try', async (word, why) => {
    if (word === 'hang') renderer = patient(500);
    if (word === 'stop') renderer = patient(10_000, 1_000);
    const rendered = await renderer.render([ordinary, markdown(word), ordinary]);
    expect(rendered).toEqual([html, { fault: expect.stringContaining(why) }, html]);
    expect(lost).toHaveLength(2);
    expect(await renderer.render([ordinary])).toEqual([html]);
  });

  test('a faulty body is not tried again when its batch is repeated', async () => {
    const rendered = await renderer.render([markdown('exit')]);
    expect(await renderer.render([markdown('exit'), ordinary])).toEqual([...rendered, html]);
    expect(lost).toHaveLength(2);
  });

  test('a body that failed only once is rendered', async () => {
    const mark = join(mkdtempSync(join(tmpdir(), 'rendering-')), 'tried');
    const rendered = await renderer.render([markdown(`once:${mark}`), ordinary]);
    expect(rendered).toEqual([{ html: expect.stringContaining('once') }, html]);
    expect(lost).toEqual(['ended by code 3']);
  });

  test('a body that throws is at fault without a second try', async () => {
    const rendered = await renderer.render([markdown('throw'), ordinary]);
    expect(rendered).toEqual([{ fault: 'Error: no such text' }, html]);
    expect(lost).toEqual([]);
  });

  test('a batch waits only so long; bodies rendered meanwhile are ready when it is repeated', async () => {
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

  test('no body is at fault after close()', async () => {
    renderer.close();
    await expect(renderer.render([ordinary])).rejects.toThrow(/^waited \d+ ms for/);
  });

  test('an idle process that was killed is restarted', async () => {
    await renderer.render([ordinary]);
    const first = renderer.pid ?? 0;
    process.kill(first, 'SIGKILL');
    await eventually(() => !isAlive(first), { what: 'the process to end' });
    expect(await renderer.render([ordinary])).toEqual([html]);
    expect(renderer.pid).not.toBe(first);
  });

  test('plain text needs no process', async () => {
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
