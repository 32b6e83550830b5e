export const siteTexts = ['rules', 'imprint', 'privacy'] as const;
export type SiteText = (typeof siteTexts)[number];

/** What the site says of itself, as it is typed. */
export type SiteForm = Record<'name' | 'motto' | 'language' | 'timeZone' | SiteText, string>;

export const siteFields = ['name', 'motto', 'language', 'timeZone', ...siteTexts] as const;
