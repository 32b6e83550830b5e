/**
 * The mark that tells two guests of one name apart: six characters, the same for a person for ever.
 * @param personId a uuid; its tail is random, so marks of a thread differ.
 */
export function guestMark(personId: string): string {
  return personId.slice(-6);
}
