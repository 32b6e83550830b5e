const most = 2_147_483_647;

/** The flag's value as a number. @throws Error naming the flag if it is not a whole number of at least `least`. */
export function wholeNumber(flag: string, text: string | undefined, least = 0): number | undefined {
  if (text === undefined) return undefined;
  const number = Number(text);
  if (text.trim() !== '' && Number.isInteger(number) && number >= least && number <= most) return number;
  throw new Error(`${flag} must be a whole number of at least ${least}, not "${text}"`);
}
