import type { ArticleForm } from '#lib/desk/article-form.js';
import type { HouseView, Previewed } from '#lib/desk/previewed.js';
import type { Ask } from '../gateway.js';

interface Answer {
  preview: { bodyHtml: string; house: HouseView | null };
}

async function ask(asking: Ask, preview: object): Promise<Previewed> {
  const { bodyHtml, house } = (await asking<Answer>('/api/previews', { method: 'POST', body: { preview } })).body
    .preview;
  return { html: bodyHtml, house };
}

/** What becomes of a text, by the renderer of articles and comments. @throws Refusal; GatewayAway */
export async function previewOf(asking: Ask, body: string, format: string): Promise<string> {
  return body.trim() === '' ? '' : (await ask(asking, { body, format })).html;
}

/** The same of an article, with its house view. @param articleId of the one that is revised; empty where none is */
export async function previewOfArticle(
  asking: Ask,
  {
    title,
    description,
    body,
    format,
    sectionId,
  }: Pick<ArticleForm, 'title' | 'description' | 'body' | 'format' | 'sectionId'>,
  articleId: string,
): Promise<Previewed> {
  if (body.trim() === '') return { html: '', house: null };
  const article = {
    title,
    description,
    body,
    format,
    ...(sectionId && { sectionId }),
    ...(articleId && { articleId }),
  };
  return ask(asking, { ...article, inHouse: true });
}
