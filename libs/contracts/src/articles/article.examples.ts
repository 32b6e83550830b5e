import type { DataOf } from '../events.js';

const editor = '0190a3c2-7a4e-7c1b-9f0a-3d5e6f708192';
const article = '0190a3c2-8b11-7d52-8a44-0c1d2e3f4051';

export const articlePublished: DataOf<'ArticlePublished'> = {
  articleId: article,
  slug: 'harbour-bridge-stuck-again',
  title: 'Harbour bridge stuck again',
  description: 'The bridge opened at noon and would not close.',
  body: 'The harbour bridge opened at noon for a dredger and stayed open until dusk.',
  format: 'text',
  tagList: ['harbour'],
  authorId: editor,
  source: { name: 'The Harbour Gazette', url: 'https://gazette.example/bridge' },
  commentsClosed: false,
  actor: { kind: 'person', id: editor },
};

export const commentsClosed: DataOf<'CommentsClosed'> = {
  articleId: article,
  reason: 'editor',
  actor: { kind: 'person', id: editor },
};

export const commentsReopened: DataOf<'CommentsReopened'> = {
  articleId: article,
  actor: { kind: 'person', id: editor },
};

export const commentsClosingSet: DataOf<'CommentsClosingSet'> = {
  articleId: article,
  afterDays: 30,
  actor: { kind: 'person', id: editor },
};

export const articleDrafted: DataOf<'ArticleDrafted'> = {
  articleId: article,
  authorId: editor,
  draft: 's1.dGhpcyBpcyBhbiBleGFtcGxlIG9mIGEgc2VhbA',
  actor: { kind: 'person', id: editor },
};

export const submissionReturned: DataOf<'SubmissionReturned'> = {
  articleId: article,
  authorId: editor,
  note: 's1.dGhpcyBpcyBhbiBleGFtcGxlIG9mIGEgc2VhbA',
  actor: { kind: 'person', id: editor },
};
