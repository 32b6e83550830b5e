/** Paths of the site's pages. */
export const paths = {
  article: (slug: string) => `/articles/${encodeURIComponent(slug)}`,
  section: (slug: string) => `/sections/${encodeURIComponent(slug)}`,
  tag: (tag: string) => `/tags/${encodeURIComponent(tag)}`,
  person: (id: string) => `/people/${id}`,
};
