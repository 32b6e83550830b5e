/** Of the page of an article's revisions. */
export const revisionsEn = {
  revisionsOf: (name: string) => `Revisions of “${name}”`,
  textsOfComment: (id: number) => `What comment ${id} has said`,
  commentDeleted: { author: 'Deleted by its author:', staff: 'Deleted by a moderator:' },
  revisionsChoose: 'Choose two to see what differs.',
  revisionSides: { from: 'Before', to: 'After' },
  revision: 'Revision',
  revisionNo: (version: number) => `No. ${version}`,
  ofDraft: 'draft',
  compare: 'Compare',
  oneRevision: 'It was never changed.',
  differenceBetween: (from: number, to: number) => `What differs in No. ${to} from No. ${from}`,
  noDifference: 'Nothing: both say the same.',
  revisionFields: {
    ...{ title: 'Title', description: 'In short', body: 'Excerpt', remark: 'Remark', tagList: 'Tags' },
    ...{ source: 'Source', sectionId: 'Section', format: 'Written as' },
  },
};
