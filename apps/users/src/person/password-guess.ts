/** The budget that the password of somebody who is signed in is charged to before it is judged. */
export const passwordGuess = (personId: string) => ({
  ...{ subjectId: personId, budget: 'wrong passwords of who is signed in' as const },
});
