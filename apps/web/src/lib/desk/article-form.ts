/** Formats that an article may be written in; the first is the default. */
export const formats = ['markdown', 'text', 'html'] as const;

/** What is typed into the form of an article. The names are those of the gateway's errors. */
export interface ArticleForm {
  title: string;
  description: string;
  body: string;
  format: string;
  /** Of the source. */
  name: string;
  url: string;
  /** Separated by commas. */
  tagList: string;
}

export const emptyArticle: ArticleForm = {
  ...{ title: '', description: '', body: '', format: formats[0], name: '', url: '', tagList: '' },
};

const names = Object.keys(emptyArticle) as (keyof ArticleForm)[];

/** The form's fields of what a form sent, or a browser kept. */
export const articleForm = (given: Record<string, unknown> | undefined): ArticleForm =>
  Object.fromEntries(
    names.map((name) => [name, typeof given?.[name] === 'string' ? given[name] : emptyArticle[name]]),
  ) as unknown as ArticleForm;

export const isEmptyArticle = (form: ArticleForm): boolean =>
  names.every((name) => name === 'format' || form[name].trim() === '');

/** The article as the gateway takes it. */
export function articleOf({ title, description, body, format, name, url, tagList }: ArticleForm) {
  const tags = tagList.split(',').flatMap((tag) => tag.trim() || []);
  const hasSource = name.trim() !== '' || url.trim() !== '';
  return {
    ...{ title, description, body, format, tagList: [...new Set(tags)] },
    ...(hasSource && { source: { name, ...(url.trim() !== '' && { url: url.trim() }) } }),
  };
}
