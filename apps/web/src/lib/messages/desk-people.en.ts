/** What the desk says in English of people. */
export const peopleEn = {
  findPeople: 'Find people',
  any: 'any',
  sanctioned: 'something in force',
  noPeople: 'Nobody like that on this page of the list.',
  person: 'Person',
  commentsColumn: 'Comments',
  facts: 'The record',
  shownHeld: (shown: number, held: number) => `${shown} shown, ${held} held`,
  follow: 'Following',
  names: 'Called',
  follows: (following: number, followers: number) => `follows ${following}, followed by ${followers}`,
  guests: 'Guests of this account',
  steps: 'Steps',
  history: 'What was done',
  noHistory: 'Nothing yet.',
};
