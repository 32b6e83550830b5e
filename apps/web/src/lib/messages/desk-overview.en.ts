/** What the desk says in English on its front page. */
export const overviewEn = {
  submissionsCount: (count: number) => `${count === 1 ? 'article is' : 'articles are'} submitted or scheduled`,
  draftsCount: (count: number) => (count === 1 ? 'draft of yours' : 'drafts of yours'),
  about: {
    '/desk': '',
    '/desk/publish': 'Write an article, see it as readers will, save, publish or schedule it.',
    '/desk/drafts': 'What you have saved, and not published yet.',
    '/desk/submissions': 'What others have given you, and what is scheduled.',
    '/desk/articles': 'Revise or withdraw an article; close its comments, or open them again.',
    '/desk/sections': 'Open sections, name, order and close them.',
    '/desk/thesaurus': 'Terms with an aside of the house, or under its own name for them.',
    '/desk/held': 'Comments that nobody sees until one of you has.',
    '/desk/people': 'Find a guest or an account: warn, suspend, ban, pre-moderate, and undo it.',
    '/desk/addresses': 'Ranges of addresses that are sanctioned.',
    '/desk/operations': 'Which services are ready, what waits, and what stands still.',
    '/desk/site': 'Name, motto, language, rules, imprint and privacy.',
  },
  youAre: 'You are',
  waiting: 'What waits',
  nothingWaits: 'Nothing waits for you.',
  heldCount: (count: number) => (count === 1 ? 'comment is held' : 'comments are held'),
  places: 'What you can do',
};
