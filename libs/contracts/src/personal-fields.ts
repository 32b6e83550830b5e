/** Number of each personal field in the additional authenticated data of its seal. Never renumber one: old events name it. */
export const fieldNumber = {
  name: 1,
  email: 2,
  website: 3,
  address: 4,
  body: 5,
  bio: 6,
  image: 7,
  note: 8,
  postedFrom: 9,
  /** In a row of users, and in no event. */
  secondFactor: 10,
  /** What the draft of an article says. */
  draft: 11,
  /** What a person mutes. */
  mutes: 12,
} as const;

export type PersonalField = keyof typeof fieldNumber;
