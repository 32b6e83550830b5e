import { expect, test } from '@jest/globals';
import type { OwnComment } from '#read-models/commenter/read-comments-of-person.js';
import type { ReadDraft } from '#read-models/draft/draft-columns.sql.js';
import { exportJson, type ExportedPages } from './export-json.js';
import { ExportAnswer } from './export.answers.js';

const id = '0190a3c2-7a4e-7c1b-9f0a-3d5e6f708192';
const commenter = {
  ...{
    personId: id,
    kind: 'guest' as const,
    name: 'Ada "A."',
    nick: null,
    email: null,
    website: 'https://ada.example/',
  },
  ...{
    bio: null,
    image: null,
    roles: [],
    hasSecondFactor: false,
    sanctions: {},
    linkedTo: null,
    commentCount: 5,
    erasureDueAt: new Date('2026-01-09T00:00:00Z'),
  },
};
const exportedBeside = {
  commenter,
  nicks: [{ name: 'Ada', kind: 'original' as const, since: '2026-01-02T03:04:05.678Z' }],
  sanctions: [],
  mutes: [{ kind: 'tag' as const, key: 'harbour', name: 'harbour' }],
};
const numbered = (number: number): OwnComment => ({
  ...{ id: String(number), parentId: number === 1 ? null : '1', postedAt: new Date('2026-01-02T03:04:05.678Z') },
  ...{
    name: 'Ada',
    website: null,
    body: 'a "b"\n<c>',
    format: 'text',
    imported: false,
    held: number === 2,
    deleted: number === 3,
  },
  article: { id, slug: 'of-it', title: 'Of it' },
});

const followed = ['Grace', 'Edsger', 'Barbara'].map((name, index) => ({
  ...{ name, personId: `0190a3c2-7a4e-7c1b-9f0a-3d5e6f70819${index}` },
}));

const visited = followed.map(({ personId }) => ({
  article: { id: personId, slug: 'of-it', title: null },
  upTo: new Date('2026-01-02T03:04:05.678Z'),
}));

const favorites = visited.map(({ article, upTo }) => ({ article, favoritedAt: upTo }));

const drafts = visited.map(({ article: { id: articleId }, upTo }, version): ReadDraft => ({
  ...{ articleId, version, status: 'open', publishAt: null, note: null, reason: null, createdAt: upTo },
  ...{ updatedAt: upTo, authorId: id, authorName: 'Ada' },
  content: { title: 'Not yet', description: '', body: 'a "b"', format: 'markdown', tagList: ['harbour'] },
}));

async function exported(comments: OwnComment[]): Promise<{ json: unknown; pages: number }> {
  let pages = 0;
  const text = [];
  const readPages: ExportedPages = {
    followed: (behind) => Promise.resolve(followed.filter(({ personId }) => personId > behind).slice(0, 2)),
    visits: (behind) => Promise.resolve(visited.filter(({ article }) => article.id > behind).slice(0, 2)),
    favorites: (behind) => Promise.resolve(favorites.filter(({ article }) => article.id > behind).slice(0, 2)),
    drafts: (behind) => Promise.resolve(drafts.filter(({ articleId }) => articleId > behind).slice(0, 2)),
    comments: (behind) => {
      pages += 1;
      return Promise.resolve(comments.filter((comment) => Number(comment.id) > Number(behind)).slice(0, 2));
    },
  };
  for await (const chunk of exportJson(exportedBeside, '2026-01-03T00:00:00.000Z', readPages)) text.push(chunk);
  return { json: JSON.parse(text.join('')), pages };
}

test('the export is one JSON document that fits its schema, read page by page, with each comment once', async () => {
  const { json, pages } = await exported([1, 2, 3, 4, 5].map(numbered));
  expect(pages).toBe(4);
  expect(ExportAnswer.strict().parse(json)).toEqual(json);
  const {
    person,
    following,
    visits,
    favorites: taken,
    drafts: unpublished,
    comments,
  } = json as {
    person: object;
    following: string[];
    visits: object[];
    favorites: object[];
    drafts: object[];
    comments: { id: number }[];
  };
  expect(following).toEqual(['Grace', 'Edsger', 'Barbara']);
  expect(taken).toEqual(
    favorites.map(({ article, favoritedAt }) => ({ article, favoritedAt: favoritedAt.toISOString() })),
  );
  expect(unpublished).toHaveLength(3);
  expect(unpublished[2]).toMatchObject({ id: followed[2]?.personId, body: 'a "b"', sectionId: null, version: 2 });
  expect(visits).toEqual(visited.map(({ article, upTo }) => ({ article, upTo: upTo.toISOString() })));
  expect(person).toMatchObject({ id, name: 'Ada "A."', erasure: { dueAt: '2026-01-09T00:00:00.000Z' } });
  expect(comments.map((comment) => comment.id)).toEqual([1, 2, 3, 4, 5]);
});

test('so is the export of a person without comments', async () => {
  expect((await exported([])).json).toMatchObject({ comments: [] });
});
