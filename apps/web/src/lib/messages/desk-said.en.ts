/** What a page of the desk, whichever comes next, says in English of a step with an article. */
export const saidOfArticlesEn = {
  published: (name: string) => `Published: “${name}”.`,
  saved: (name: string) => `Saved: “${name}”. Nobody but you and the editors sees it.`,
  scheduled: (name: string) => `Will be published on ${name}.`,
  submitted: (name: string) => `The editors have it: “${name}”.`,
  revised: (name: string) => `Revised: “${name}”.`,
  moved: (name: string) => `Revised: “${name}”. It has a new address; the former one leads there.`,
  unchanged: () => 'Nothing was changed.',
  withdrawn: (name: string) => `Withdrawn: “${name}”.`,
  returned: (name: string) => `Given back to its author: “${name}”.`,
  takenBack: (name: string) => `Taken back: “${name}”. You can change it again.`,
  unscheduled: (name: string) => `Not published by itself any more: “${name}”.`,
  discarded: (name: string) => `Discarded: “${name}”.`,
};
