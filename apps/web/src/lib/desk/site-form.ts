export const siteTexts = ['rules', 'imprint', 'privacy'] as const;
export type SiteText = (typeof siteTexts)[number];

export const publishings = ['editors', 'reviewed', 'everyone'] as const;

/** What the site says of itself, as it is typed. */
export type SiteForm = Record<(typeof siteFields)[number], string>;

/** When comments close, and when it is quiet: nothing typed takes one back. */
export const siteRules = ['commentsCloseAfterDays', 'quietFrom', 'quietUntil'] as const;

export const siteFields = [
  'name',
  'motto',
  'language',
  'timeZone',
  ...siteRules,
  'publishing',
  'editMinutes',
  ...siteTexts,
] as const;
