/** Of the page of sections. */
export const sectionsEn = {
  openSection: 'Open a section',
  sectionName: 'Name',
  sectionAbout: 'What it is about',
  sectionAboutNote: 'a sentence at the head of its page',
  sectionPlace: 'Place in the list',
  sectionPlaceNote: 'the least number comes first',
  sectionCloses: 'Comments close after days',
  sectionClosesNote: '“never”, or nothing: as the site says',
  sectionIsOpen: 'Articles are filed in it',
  sectionClosed: 'closed',
  noSections: 'There are no sections yet.',
};
