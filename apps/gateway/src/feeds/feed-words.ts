/** What feeds say of their own. */
export const words = {
  untitled: 'Untitled',
  nameless: 'No name',
  remark: 'Remark of the editors',
  source: 'Source',
  comments: (title: string) => `Comments: ${title}`,
};
