/**
 * The budget that a code is charged to before it is judged: a wrong one stays charged, and many at once gain nothing. A right
 * one is given back in the transaction that takes it.
 */
export const codeGuess = (personId: string) => ({
  ...{ subjectId: personId, budget: 'wrong codes of a second factor' as const },
});
