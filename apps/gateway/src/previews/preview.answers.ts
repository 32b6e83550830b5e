import { z } from 'zod';
import { PostComment } from '#contracts/comments/comment.commands.js';
import { PreviewHouse } from '#contracts/thesaurus/thesaurus.commands.js';

export const Preview = z.object({
  preview: PreviewHouse.extend({
    inHouse: z
      .boolean()
      .default(false)
      .describe('whether the house view is wanted too, as a publication would show it'),
  }),
});
const bodyHtml = z.string().describe('sanitised');
export const PreviewAnswer = z.object({
  preview: z.object({
    bodyHtml,
    house: z
      .object({ title: z.string(), description: z.string(), bodyHtml })
      .nullable()
      .describe('null where nothing differs, or none is wanted'),
  }),
});

export const CommentPreview = z.object({ preview: PostComment.pick({ body: true, format: true }) });
export const CommentPreviewAnswer = z.object({ preview: z.object({ bodyHtml }) });
