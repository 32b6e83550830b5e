/** Formats that an article may be written in; the first is the default. */
export const formats = ['markdown', 'text', 'html'] as const;

/** The fields of an article's form, by the names of the gateway's errors; those of the third line are of its source. */
export const articleFields = [
  ...(['title', 'description', 'body', 'format', 'remark'] as const),
  ...(['sectionId', 'tagList'] as const),
  ...(['name', 'url', 'author', 'publishedOn'] as const),
] as const;
export type ArticleField = (typeof articleFields)[number];

/** What is typed into the form of an article; tags are separated by commas. */
export type ArticleForm = Record<ArticleField, string>;

/** What an article or a draft says, as the gateway gives it. */
export interface ArticleContent {
  title: string;
  description: string;
  body: string;
  format: string;
  tagList: string[];
  source: { name: string; url?: string; author?: string; publishedOn?: string } | null;
  remark: string | null;
  /** Of a draft, and of a published article. */
  sectionId?: string | null;
  section?: { id: string } | null;
}

const formOf = (valueOf: (name: ArticleField) => string) =>
  Object.fromEntries(articleFields.map((name) => [name, valueOf(name)])) as ArticleForm;

export const emptyArticle: ArticleForm = formOf((name) => (name === 'format' ? formats[0] : ''));

/** The form's fields of what a form sent, or a browser kept. */
export const articleForm = (given: Record<string, unknown> | undefined): ArticleForm =>
  formOf((name) => (typeof given?.[name] === 'string' ? given[name] : emptyArticle[name]));

/** The form with what is stored. */
export const formOfContent = ({ source, remark, tagList, section, ...given }: ArticleContent): ArticleForm =>
  articleForm({
    ...{ ...given, ...source, remark: remark ?? '', tagList: tagList.join(', ') },
    sectionId: given.sectionId ?? section?.id ?? '',
  });

export const isEmptyArticle = (form: ArticleForm): boolean =>
  articleFields.every((name) => name === 'format' || form[name].trim() === '');

const sourceFields = ['name', 'url', 'author', 'publishedOn'] as const;
const isOfSource = (name: ArticleField) => (sourceFields as readonly string[]).includes(name);

/** The article as the gateway takes it: what was left empty is left out. */
export function articleOf(form: ArticleForm) {
  const { title, description, body, format, remark, sectionId } = form;
  const tags = form.tagList.split(',').flatMap((tag) => tag.trim() || []);
  const given = sourceFields.flatMap((name) => (form[name].trim() === '' ? [] : [[name, form[name].trim()]]));
  return {
    ...{ title, description, body, format, tagList: [...new Set(tags)] },
    // The gateway says what lacks, such as the name of a source with an address.
    ...(given.length > 0 && { source: { name: form.name, ...(Object.fromEntries(given) as object) } }),
    ...(remark.trim() !== '' && { remark }),
    ...(sectionId !== '' && { sectionId }),
  };
}

/** What a revision changes: the fields that somebody has changed, null for what they have emptied. */
export function changesOf(form: ArticleForm, changed: readonly ArticleField[]): Record<string, unknown> {
  const names = new Set<string>(changed.map((name) => (isOfSource(name) ? 'source' : name)));
  const article: Record<string, unknown> = { source: null, remark: null, sectionId: null, ...articleOf(form) };
  return Object.fromEntries(Object.entries(article).filter(([name]) => names.has(name)));
}
