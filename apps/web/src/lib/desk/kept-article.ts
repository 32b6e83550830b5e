import { storage } from '../../elements/storage.js';
import { type ArticleForm, articleForm, isEmptyArticle } from './article-form.js';

/** What is typed into the editor, kept in the browser until it is taken; a reload does not lose it. */
export class KeptArticle {
  private readonly key: string;

  /** @param etag of what it was made of: on another version of it, it is not put back */
  constructor(
    person: string,
    id: string,
    private readonly etag: string,
  ) {
    this.key = id === '' ? `article ${person}` : `article ${person} ${id}`;
  }

  read(): ArticleForm | undefined {
    const { etag, article } = this.parsed();
    return etag === this.etag ? articleForm(article) : undefined;
  }

  keep(article: ArticleForm): void {
    if (isEmptyArticle(article)) this.forget();
    else storage.set(this.key, JSON.stringify({ etag: this.etag, article }));
  }

  forget(): void {
    storage.delete(this.key);
  }

  private parsed(): { etag?: string; article?: Record<string, unknown> } {
    try {
      return JSON.parse(storage.get(this.key) ?? '{}') as { etag?: string; article?: Record<string, unknown> };
    } catch {
      return {};
    }
  }
}
