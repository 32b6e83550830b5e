export const siteTexts = ['rules', 'imprint', 'privacy'] as const;
export type SiteText = (typeof siteTexts)[number];

export const publishings = ['editors', 'reviewed', 'everyone'] as const;

/** What the site says of itself, as it is typed. */
export type SiteForm = Record<
  'name' | 'motto' | 'language' | 'timeZone' | 'publishing' | 'editMinutes' | SiteText,
  string
>;

export const siteFields = ['name', 'motto', 'language', 'timeZone', 'publishing', 'editMinutes', ...siteTexts] as const;
