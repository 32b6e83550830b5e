import { fail, type RequestEvent } from '@sveltejs/kit';
import { articleFields } from '#lib/desk/article-form.js';
import { field } from '#lib/field.js';
import { previewOf, previewOfArticle } from './preview.js';
import { readSentArticle } from './sent-article.js';
import { stepFailure, typedIn } from './take-step.js';

/** What is in the editor as readers will see it, for browsers without scripts. */
export async function previewArticle(event: RequestEvent) {
  const { data, form } = await readSentArticle(event);
  const { ask } = event.locals;
  try {
    const [body, remarkHtml] = await Promise.all([
      previewOfArticle(ask, form, field(data, 'articleId')),
      previewOf(ask, form.remark, 'markdown'),
    ]);
    return { preview: { values: typedIn(data), body, remarkHtml, etag: field(data, 'etag') } };
  } catch (error) {
    const { status, data: failed } = stepFailure(event, { step: 'preview', fields: articleFields, data }, error);
    return fail(status, failed);
  }
}
