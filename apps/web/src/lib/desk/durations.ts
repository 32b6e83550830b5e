/** For how long a sanction may be given, in hours. */
export const durations = {
  hour: 1,
  day: 24,
  days3: 72,
  week: 168,
  weeks2: 336,
  month: 720,
  months3: 2_160,
  year: 8_760,
};
export type Duration = keyof typeof durations;

/** Why somebody may be judged: codes of the contract. */
export const sanctionReasons = [
  ...(['spam', 'abuse', 'off-topic', 'impersonation', 'evasion', 'illegal', 'other'] as const),
];
export const erasureReasons = ['asked-here', 'asked-elsewhere', 'legal-duty', 'stored-by-mistake'] as const;
export const givenRoles = ['contributor', 'editor', 'moderator', 'admin'] as const;
