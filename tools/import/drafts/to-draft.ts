import type { z } from 'zod';
import { ArchivedDraft, PublishArticle } from '#contracts/articles/article.commands.js';
import { isBlank } from '#contracts/visible-text.js';
import type { Filed } from '../sections/filing.js';
import type { SpooledArticle } from '../spooled.js';
import { whyUnfit } from '../why-unfit.js';
import { excerptOf, titleOf } from './first-words.js';

export interface DraftToSend {
  draft: z.infer<typeof ArchivedDraft>;
  /** Why it will not be published at its time. */
  unfit: string | undefined;
}

const lineBreaks = /[\s\p{Cc}]+/gu;

/**
 * What is not public in its archive, as it is sent. What is to be published at a time has the excerpt that WordPress would make;
 * it is a mere draft if it could not be published as it is.
 * @returns why there is nothing to send, where that is so
 */
export function toDraft(
  { article, source }: SpooledArticle,
  { tagList, sectionId }: Partial<Pick<Filed, 'tagList'>> & { sectionId?: string | undefined },
  now = new Date().toISOString(),
): DraftToSend | string {
  const { title, description, body, format, externalId, publishedAt, unpublished } = article;
  const given = title.replace(lineBreaks, ' ').trim();
  const publishAt = unpublished?.as === 'private' ? undefined : unpublished?.publishAt;
  const said = {
    ...{ title: isBlank(given) ? titleOf(article) : given, body, format, source: article.source, sectionId },
    description: publishAt !== undefined && isBlank(description) ? excerptOf(article) : description,
    tagList: tagList ?? article.tagList,
  };
  if (isBlank(said.title)) return 'draft, empty';
  const wanted = publishAt === undefined ? undefined : PublishArticle.safeParse(said, { reportInput: true });
  const unfit = wanted?.error && whyUnfit(wanted.error.issues[0]);
  const draft = ArchivedDraft.safeParse({
    ...{ ...said, savedAt: publishedAt !== null && publishedAt < now ? publishedAt : now },
    ...{ submitted: unpublished?.as === 'submitted', publishAt: unfit === undefined ? publishAt : undefined },
    provenance: { source, externalId },
  });
  return draft.success ? { draft: draft.data, unfit } : `draft, ${whyUnfit(draft.error.issues[0])}`;
}
