import { describe, expect, test } from '@jest/globals';
import { type ApiDocument, apiBreaks } from './api-breaks.js';
import type { JsonSchema } from './json-schema.js';

const text = { type: 'string' };
const content = (schema: JsonSchema) => ({ 'application/json': { schema } });
const object = (properties: Record<string, JsonSchema>, required = Object.keys(properties)): JsonSchema => ({
  type: 'object',
  properties,
  required,
});

const kind = { type: 'string', enum: ['guest', 'account'] };
const author = object({ name: text, bio: { type: ['string', 'null'] }, kind });
const answer = object({ comments: { type: 'array', items: object({ id: { type: 'integer' }, author }) } });
const limit = { name: 'limit', in: 'query', required: false, schema: { type: 'integer', maximum: 100 } };
const comment = object({ body: { type: 'string', maxLength: 10 }, format: { type: 'string', enum: ['text'] } }, [
  'body',
]);
const read = {
  parameters: [limit],
  responses: { 200: { content: content(answer), headers: { Link: {} } }, 404: {} },
};
const post = { requestBody: { required: true, content: content(comment) }, responses: { 201: {} } };
const problem = object({ title: text });
const before: ApiDocument = {
  paths: { '/comments': { get: read, post } },
  components: { schemas: { Problem: problem } },
};

/** The document with a piece of its JSON replaced. */
const changed = (from: unknown, to: unknown): ApiDocument => {
  const [was, is] = [JSON.stringify(from), JSON.stringify(to)];
  const document = JSON.stringify(before);
  if (!document.includes(was)) throw new Error(`${was} is not there`);
  return JSON.parse(document.replace(was, is)) as ApiDocument;
};

describe('breaks of a published API are reported', () => {
  test.each<[what: string, now: ApiDocument, told: string[]]>([
    ['a path that is gone', { ...before, paths: {} }, ['GET /comments: is gone', 'POST /comments: is gone']],
    ['a method that is gone', { ...before, paths: { '/comments': { get: read } } }, ['POST /comments: is gone']],
    [
      'a field of an answer that is gone',
      changed(author, object({ name: text, kind })),
      ['GET /comments: answer 200.comments[].author.bio is gone'],
    ],
    [
      'a field of an answer that may be missing',
      changed(author, { ...author, required: ['name', 'kind'] }),
      ['GET /comments: answer 200.comments[].author.bio may be missing'],
    ],
    [
      'a field of an answer that may be null',
      changed(
        { ...author, properties: author.properties },
        object({ ...author.properties, name: { type: ['string', 'null'] } }),
      ),
      ['GET /comments: answer 200.comments[].author.name is string or null instead of string'],
    ],
    [
      'a value of an answer that is gone',
      changed(kind, { ...kind, enum: ['guest'] }),
      ['GET /comments: answer 200.comments[].author.kind is never "account"'],
    ],
    ['a status of an answer that is gone', changed({ 201: {} }, { 202: {} }), ['POST /comments: answer 201 is gone']],
    ['a header of an answer that is gone', changed({ Link: {} }, {}), ['GET /comments: answer 200 has no header Link']],
    ['a field of every problem that is gone', changed(problem, object({})), ['Problem:.title is gone']],
    [
      'a field that is newly required',
      changed(comment, { ...comment, required: ['body', 'format'] }),
      ['POST /comments: body.format is needed'],
    ],
    [
      'a field that is not taken any more',
      changed(comment, object({ body: { type: 'string', maxLength: 10 } })),
      ['POST /comments: body.format is not taken'],
    ],
    [
      'a value that is not taken any more',
      changed({ type: 'string', enum: ['text'] }, { type: 'string', enum: ['html'] }),
      ['POST /comments: body.format may not be "text"'],
    ],
    [
      'a text that may not be as long',
      changed({ type: 'string', maxLength: 10 }, { type: 'string', maxLength: 9 }),
      ['POST /comments: body.body has maxLength 9'],
    ],
    [
      'fields that are not passed over any more',
      changed(comment, { ...comment, additionalProperties: false }),
      ['POST /comments: body takes no other field'],
    ],
    [
      'a parameter that is newly required',
      changed([limit], [{ ...limit, required: true }]),
      ['GET /comments: query parameter limit is needed'],
    ],
    ['a parameter that is gone', changed([limit], []), ['GET /comments: query parameter limit is not taken']],
  ])('%s', (_, now, told) => expect(apiBreaks(before, now)).toEqual(told));

  test('a token that is newly required', () => {
    const closed = { ...before, paths: { '/comments': { get: { ...read, security: [{ token: [] }] }, post } } };
    expect(apiBreaks(before, closed)).toEqual(['GET /comments: needs a token']);
    const open = { ...before, paths: { '/comments': { get: { ...read, security: [{ token: [] }, {}] }, post } } };
    expect(apiBreaks(before, open)).toEqual([]);
  });
});

test('additions, and wider inputs, break nobody', () => {
  const added = { name: 'after', in: 'query', required: false, schema: text };
  const more = { ...comment.properties, body: { type: 'string' }, kind };
  const now: ApiDocument = {
    paths: {
      '/comments': {
        get: { parameters: [limit, added], responses: { ...read.responses, 202: {} } },
        post: { ...post, requestBody: { required: false, content: content(object(more, [])) } },
        delete: post,
      },
      '/articles': { get: read },
    },
    components: { schemas: { Problem: object({ title: text, detail: text }), More: author } },
  };
  expect(apiBreaks(before, now)).toEqual([]);
});
