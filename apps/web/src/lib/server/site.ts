import { askGateway } from './gateway.js';

/** The site's identity, as its operators set it. */
export interface Site {
  name: string;
  motto: string;
  /** BCP 47. */
  language: string;
  direction: 'ltr' | 'rtl';
  /** IANA. */
  timeZone: string;
  /** Who may publish: `editors`, `reviewed` or `everyone`. */
  publishing: string;
  /** Minutes for which comments can be changed; 0: never. */
  editMinutes: number;
  /** When nobody but the staff comments, as 23:30 in the time zone. */
  quietFrom: string | null;
  quietUntil: string | null;
  pages: Record<SitePage, boolean>;
  /** In their order; those that are closed too. */
  sections: Section[];
}
export type SitePage = 'rules' | 'imprint' | 'privacy';

export interface Section {
  id: string;
  slug: string;
  name: string;
  description: string;
  isOpen: boolean;
  formerSlugs: string[];
}

type Given = Omit<Site, 'direction'>;

/** Milliseconds for which the identity is not asked for again. */
const freshMs = 2_000;

const unset: Given = {
  name: 'Broadside',
  motto: 'News with an argument underneath',
  language: 'en',
  timeZone: 'UTC',
  publishing: 'editors',
  editMinutes: 10,
  quietFrom: null,
  quietUntil: null,
  pages: { rules: false, imprint: false, privacy: false },
  sections: [],
};

let known: Site | undefined;
let askedAt = -Infinity;
let asking: Promise<Site> | undefined;

/** The identity; while the gateway is away the last one known. It never throws. */
export async function readSite(): Promise<Site> {
  if (known !== undefined && performance.now() - askedAt < freshMs) return known;
  asking ??= load().finally(() => {
    asking = undefined;
  });
  return asking;
}

async function load(): Promise<Site> {
  askedAt = performance.now();
  try {
    const [said, filed] = await Promise.all([
      askGateway<{ site: Omit<Given, 'sections'> }>('/api/site', {}),
      askGateway<{ sections: Section[] }>('/api/sections', {}),
    ]);
    known = withDirection({ ...unset, ...said.body.site, sections: filed.body.sections });
  } catch {
    known ??= withDirection(unset);
  }
  return known;
}

const withDirection = (site: Given): Site => ({ ...site, direction: directionOf(site.language) });

/** Which way a language is written. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  const locale = new Intl.Locale(language) as Intl.Locale & { getTextInfo?(): { direction: 'ltr' | 'rtl' } };
  return locale.getTextInfo?.().direction ?? 'ltr';
}
