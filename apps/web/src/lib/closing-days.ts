/** Days, `never` or nothing, as they are typed; what is neither is left to the gateway to refuse, with its message. */
export function typedDays(text: string): number | string | null {
  const typed = text.trim().toLowerCase();
  if (typed === '') return null;
  return Number.isNaN(Number(typed)) ? typed : Number(typed);
}

/** The same, to be typed over. */
export const daysAsTyped = (days: number | string | null | undefined): string => (days == null ? '' : String(days));
