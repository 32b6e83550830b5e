import { many } from './many.en.js';

/** What the desk, and where accounts write, say in English of lists of drafts and articles. */
export const articleListsEn = {
  ownArticles: 'Your articles',
  narrow: 'Which ones',
  allOfThem: 'all',
  savedAt: 'saved',
  noDrafts: 'No draft of yours.',
  noDraftsMore: 'What you save and do not publish waits here.',
  noSubmissions: 'Nobody has submitted anything.',
  noScheduled: 'Nothing is scheduled.',
  noSubmissionsMore: 'What accounts give to the editors, and what is scheduled, waits here.',
  giveBack: 'Give back',
  givingBack: (name: string) => `${name} can change it again, and reads your note. It waits here no more.`,
  noteToAuthor: 'Note',
  noteToAuthorNote: 'what is to be changed; only its author and editors read it',
  takeBack: 'Take back',
  unschedule: 'Do not publish by itself',
  discard: 'Discard',
  discarding: 'It is gone then, for you and for the editors.',
  withdraw: 'Withdraw',
  withdrawing: (comments: number) =>
    `Nobody can read it any more${comments === 0 ? '' : `, nor its ${many(comments, 'comment')}`}. This cannot be undone.`,
  withdrawReason: 'Reason',
  withdrawReasonNote: 'readers are told it at its address; without one it is as if it never was',
  reviseIt: 'Revise',
};
