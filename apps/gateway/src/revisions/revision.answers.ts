import { z } from 'zod';

const Part = z.object({
  is: z.enum(['same', 'added', 'removed']),
  text: z.string(),
});

export const RevisionsAnswer = z.object({
  revisions: z.array(
    z.object({
      version: z.int(),
      at: z.iso.datetime(),
      actorId: z.uuid().nullable().describe('null: the system, at the time it was scheduled for, or of an import'),
      actorName: z.string().nullable(),
      isDraft: z.boolean(),
      title: z.string(),
    }),
  ),
  next: z.int().nullable().describe('`before` of the next page; null: there is none'),
  difference: z
    .array(
      z.object({
        field: z.enum(['title', 'description', 'body', 'remark', 'tagList', 'source', 'sectionId', 'format']),
        parts: z.array(Part).describe('in their order; whole texts where comparing took too long'),
      }),
    )
    .optional()
    .describe('of the two versions that were asked for: the fields that differ'),
});
