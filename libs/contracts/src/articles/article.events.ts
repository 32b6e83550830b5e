import { z } from 'zod';
import { BodyFormat } from '../body-format.js';
import { eventData } from '../event-data.js';

export const ArticlePublished = eventData(
  {
    articleId: z.uuid(),
    slug: z.string(),
    title: z.string(),
    description: z.string(),
    body: z.string().describe('as entered'),
    format: BodyFormat,
    tagList: z.array(z.string()),
    authorId: z.uuid(),
    source: z.object({ name: z.string(), url: z.string().optional() }).optional(),
    commentsClosed: z.boolean().describe('closed from the start; an import only'),
  },
  'An article is on the site; the first event of its stream.',
);

export const CommentsClosed = eventData(
  { articleId: z.uuid(), reason: z.enum(['editor', 'age']) },
  'From now on the article takes no comments.',
);

export const CommentsReopened = eventData({ articleId: z.uuid() }, 'The article takes comments again.');

export const articleEvents = { ArticlePublished, CommentsClosed, CommentsReopened };
