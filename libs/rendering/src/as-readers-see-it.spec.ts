import { describe, expect, test } from '@jest/globals';
import { cpuMsOf } from '#testing/cpu-time.js';
import { renderBody } from './render-body.js';

const rendered = (html: string) =>
  renderBody(html, 'html')
    .trim()
    .replaceAll(' rel="nofollow ugc noopener"', '')
    .replaceAll(' loading="lazy" decoding="async" referrerpolicy="no-referrer"', '');
const link = (url: string, title = url) => `<a href="${url}">${title}</a>`;

describe('words in brackets', () => {
  test.each([
    'Sure. [sarcasm] Of course. [/sarcasm] No.',
    '[Update on Monday <a href="https://a.example">they apologised</a>]',
    'A [quote="Ann"]said[/quote] b',
    '<code>[Column name="id"]</code>',
    'Write <code>[gallery ids="1"]</code> or [[gallery]]',
    '[video of the day] [audio] [Video] [caption this!] [embed] [gallery of rogues] [code]',
    '[constructor a="b"] [__proto__] [toString][/toString]',
  ])('that are no shortcodes stay: %s', (body) => {
    expect(rendered(body)).toBe(`<p>${body.replace('[[gallery]]', '[gallery]')}</p>`);
  });

  test('stay in what is preformatted', () => {
    const code = '<pre>[caption width="3"]x[/caption]\n\nhttps://a.example [youtube=https://b.example]</pre>';
    expect(rendered(code)).toBe(code);
    expect(rendered('[code lang="sh"]ls [gallery]\n\nhttps://a.example[/code]')).toBe(
      '<pre>ls [gallery]\n\nhttps://a.example</pre>',
    );
  });

  test.each([
    ['a [gallery ids="1,2"] b', '<p>a  b</p>'],
    ['[gallery][playlist ids="3"]', ''],
    ['[vc_row][vc_column width="1/2"]x[/vc_column][/vc_row]', '<p>x</p>'],
    ['[contact-form][contact-field label="Name" /][/contact-form]', ''],
    ['x[/caption]', '<p>x</p>'],
  ])('that are shortcodes do not: %s', (body, html) => {
    expect(rendered(body)).toBe(html);
  });
});

describe('content that is not shown leaves a link or the picture', () => {
  const img = '<img src="https://a.example/f.jpg" alt="f" />';
  test.each([
    [
      `[caption id="a" width="300"]${img} The <b>ferry</b>[/caption]`,
      `${img}<figcaption> The <b>ferry</b></figcaption>`,
    ],
    [
      `[caption width="3"]<a href="https://a.example/f">${img}</a> The ferry[/caption]`,
      `<a href="https://a.example/f">${img}</a><figcaption> The ferry</figcaption>`,
    ],
    [`[wp_caption caption="The ferry"]${img}[/wp_caption]`, `${img}<figcaption>The ferry</figcaption>`],
    [`[caption width="3"]${img}[/caption]`, img],
  ])('a caption: %s', (body, figure) => {
    const html = rendered(`before ${body} behind`).replaceAll('\n', '');
    expect(html).toBe(`<p>before</p><figure>${figure}</figure><p>behind</p>`);
  });

  const player = 'https://player.example/a?b=c&amp;d=e';
  test.each([
    [`<iframe width="3" src="${player}" allowfullscreen>No frames</iframe>`, link(player)],
    [
      `<iframe title="The &lt;song" src="//player.example/1"></iframe>`,
      link('https://player.example/1', 'The &lt;song'),
    ],
    [`<audio controls><source src="${player}" type="audio/mpeg"><a href="x">old</a></audio>`, link(player)],
    [`<video src="${player}" poster="https://a.example/p.jpg"></video>`, link(player)],
    [`<embed src="${player}">`, link(player)],
    [`<object data="${player}"><param name="movie" value="https://other.example"></object>`, link(player)],
    [`<object><param name="movie" value="${player}"><embed src="${player}"></object>`, link(player)],
    [`[audio mp3="${player}"][/audio]`, link(player)],
    [`[audio ${player}]`, link(player)],
    [`[video width="3" mp4="${player}"][/video]`, link(player)],
    [`[embed width="3"]${player}[/embed]`, link(player)],
    [`[youtube=https://youtu.be/x1]`, link('https://youtu.be/x1')],
    ['[youtube dQw4w9WgXcQ]', link('https://www.youtube.com/watch?v=dQw4w9WgXcQ')],
    ['[vimeo 12345678 w=400]', link('https://vimeo.com/12345678')],
    [`[soundcloud url="${player}" params="auto_play=false" /]`, link(player)],
  ])('a player: %s', (body, html) => {
    expect(rendered(body)).toBe(`<p>${html}</p>`);
    expect(
      rendered(`a

${body}

b`),
    ).toBe(`<p>a</p>
<p>${html}</p>
<p>b</p>`);
    expect(rendered(`a${body}b`).replaceAll('<br />', '')).toBe(`<p>a${html}b</p>`);
  });

  test.each([
    '<iframe src="javascript:alert(1)"></iframe>',
    '<iframe src="data:text/html,x"></iframe>',
    '<iframe srcdoc="<b>x</b>"></iframe>',
    '<iframe></iframe>',
    '<video></video>',
  ])('a player without a URL leaves no link: %s', (body) => {
    expect(rendered(body)).toBe('');
  });

  test('the frame of an embed block', () => {
    const block = '<figure class="wp-block-embed"><div class="w">\nhttps://youtu.be/x1\n</div></figure>';
    expect(rendered(block).replaceAll('\n', '')).toBe(`<figure>${link('https://youtu.be/x1')}</figure>`);
  });
});

describe('a bare URL becomes a link', () => {
  test.each([
    ['See https://a.example/b_(c)?d=e&amp;f=g#h.', `See ${link('https://a.example/b_(c)?d=e&amp;f=g#h')}.`],
    ['(http://a.example/x), "https://b.example"', `(${link('http://a.example/x')}), "${link('https://b.example')}"`],
    [
      '&lt;https://a.example&gt; &quot;https://b.example&quot;',
      `&lt;${link('https://a.example')}&gt; "${link('https://b.example')}"`,
    ],
    ['www.a.example!', '<a href="http://www.a.example">www.a.example</a>!'],
    ['https://müller.example/ß', link('https://müller.example/ß')],
    ['<b>https://a.example</b>', `<b>${link('https://a.example')}</b>`],
    ['https:// www. xhttps://a.example me@www.a.example', 'https:// www. xhttps://a.example me@www.a.example'],
  ])('%s', (body, html) => {
    expect(rendered(body)).toBe(`<p>${html}</p>`);
  });

  test('a URL in a link or in code does not become a link', () => {
    for (const body of [`<a href="https://a.example">https://a.example</a>`, '<code>https://a.example</code>'])
      expect(rendered(body)).toBe(`<p>${body}</p>`);
    expect(rendered('<img src="https://a.example/x.png" alt="https://a.example" />')).not.toContain('<a');
  });
});

describe('the texts of two blocks stay separate', () => {
  test.each([
    ['<div>a</div><div>b</div>', '<p>a</p>\n<p>b</p>'],
    ['<DIV class="x">a<br>b</DIV>c', '<p>a<br />b</p>\n<p>c</p>'],
    [
      '<ul><li><div>a</div></li><li><div>b</div>c</li></ul>',
      '<ul>\n<li>\na\n</li>\n<li>\n<p>b</p>\n<p>c</p></li>\n</ul>',
    ],
    ['<p>a\n\nb</p>', '<p>a\n</p><p>b</p>'],
    ['<blockquote>a\n\nb</blockquote>c', '<blockquote>a\n<p>b</p></blockquote>\n<p>c</p>'],
    ['<address>1 Quay</address>x', '<p>1 Quay</p>\n<p>x</p>'],
    ['<section><header>a</header><p>b</p></section>', '<p>a</p>\n<p>b</p>'],
    ['<dl><dt>a</dt><dd>b</dd><dt>c</dt></dl>', '<dl>\n<dt>a</dt>\n<dd>b</dd>\n<dt>c</dt>\n</dl>'],
    ['<a href="https://a.example"><div>a</div><div>b</div></a>', '<p><a href="https://a.example">a<br />b</a></p>'],
  ])('%s', (body, html) => {
    expect(rendered(body)).toBe(html);
  });

  test.each([
    ['a<br />\nb', '<p>a<br />b</p>'],
    ['a<br>\r\nb<BR/> \nc', '<p>a<br />b<br />c</p>'],
    ['a\n<br />b', '<p>a<br />b</p>'],
    ['<p>a<br />\nb</p>', '<p>a<br />\nb</p>'],
    ['a<br /><br />b', '<p>a<br /><br />b</p>'],
    ['<a\nhref="https://a.example">x</a>', `<p>${link('https://a.example', 'x')}</p>`],
  ])('a line breaks once: %j', (body, html) => {
    expect(rendered(body)).toBe(html);
  });
});

test.each([
  ...['[caption a="b"]', '[caption]<img src="x">', '[/caption]', '[gallery "', '[[', 'http://a.b/', '(((http://a', ')'],
  ...[
    '<iframe src="//a">',
    '<audio>',
    '</audio>',
    '<object><embed src="',
    '<br',
    '<br\n',
    '<a "><b \'>',
    '<div><a>',
    '&a=',
  ],
  ...['https://a.example/)))', '[code]', '[youtube ', '[video src=http://', '<dl><dd>', 'www.'],
])('takes time linear in its length: %j', async (piece) => {
  const timeOf = (length: number) => {
    const body = `http://${piece.repeat(length / piece.length)}`;
    return cpuMsOf(() => renderBody(body, 'html'));
  };
  await timeOf(10_000);
  expect(await timeOf(200_000)).toBeLessThan(2_000);
});
