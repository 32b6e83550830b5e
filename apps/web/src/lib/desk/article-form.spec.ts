import { expect, test } from '@jest/globals';
import { articleForm, articleOf, changesOf, emptyArticle, formOfContent } from './article-form.js';

const content = {
  ...{ title: 'Harbour', description: 'Of boats', body: 'They *sail*.', format: 'markdown' },
  ...{ tagList: ['sea', 'boats'], remark: 'At last.', sectionId: '0190a3c2-8b11-7d52-8a44-0c1d2e3f4071' },
  source: { name: 'The Gazette', url: 'https://gazette.example/1', author: 'A. Writer', publishedOn: '2026-01-02' },
};

test('what is stored comes back as it was, through the form', () => {
  expect(articleOf(formOfContent(content))).toEqual(content);
  const bare = { ...content, source: null, remark: null, sectionId: null, tagList: [] };
  const { source: _source, remark: _remark, sectionId: _section, ...rest } = bare;
  expect(articleOf(formOfContent(bare))).toEqual(rest);
});

test('a source without a name is sent, so that the gateway says what lacks', () => {
  expect(articleOf({ ...emptyArticle, url: 'https://gazette.example' })).toMatchObject({
    source: { name: '', url: 'https://gazette.example' },
  });
});

test('a revision says only what was changed, and null for what was emptied', () => {
  const form = formOfContent(content);
  expect(changesOf({ ...form, title: 'Haven' }, ['title'])).toEqual({ title: 'Haven' });
  expect(changesOf({ ...form, url: '' }, ['url'])).toEqual({
    source: { name: 'The Gazette', author: 'A. Writer', publishedOn: '2026-01-02' },
  });
  const emptied = articleForm({
    ...form,
    name: '',
    url: '',
    author: '',
    publishedOn: '',
    remark: ' ',
    tagList: '',
    sectionId: '',
  });
  expect(changesOf(emptied, ['name', 'url', 'author', 'publishedOn', 'remark', 'tagList', 'sectionId'])).toEqual({
    ...{ source: null, remark: null, tagList: [], sectionId: null },
  });
  expect(changesOf(form, [])).toEqual({});
});
