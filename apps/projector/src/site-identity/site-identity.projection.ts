import type { OpenedOf } from '#contracts/events.js';
import type { SitePage } from '#contracts/site/site.events.js';
import type { Projection } from '#projection/projection.js';
import { loadSiteIdentity } from '#read-models/site-identity/load-site-identity.js';
import { saveSiteIdentity } from '#read-models/site-identity/save-site-identity.js';
import type { SiteIdentityRow } from '#read-models/site-identity/site-identity.entity.js';
import { rendererVersion } from '#rendering/renderer-version.js';
import { type BatchContext, idOfPage, shownBody } from '../batch-context.js';

/** What the site says of itself, from the articles topic: one row. */
export const siteIdentity: Projection<SiteIdentityRow, BatchContext> = {
  name: 'site-identity',
  rowIds: ({ type, stream }) => (type === 'SiteDescribed' ? [stream] : []),
  load: loadSiteIdentity,
  evolve: (row, event, id, context) => {
    if (event.type !== 'SiteDescribed') return undefined;
    const { name, motto, language, timeZone, publishing, editMinutes } = event.data;
    const before = row ?? { ...nothing, id };
    const changed = (page: SitePage) => pageOf(event, page, context);
    return {
      ...before,
      ...{ name: name ?? before.name, motto: motto ?? before.motto },
      ...{ language: language ?? before.language, timeZone: timeZone ?? before.timeZone },
      ...{ publishing: publishing ?? before.publishing, editMinutes: editMinutes ?? before.editMinutes ?? null },
      ...rulesOfComments(event, before),
      ...{ ...changed('rules'), ...changed('imprint'), ...changed('privacy') },
      updatedAt: event.occurredAt,
      renderer: row?.renderer ?? rendererVersion,
    };
  },
  save: saveSiteIdentity,
};

/** When comments close, and when it is quiet; null takes it back, what is left out is as it was. */
function rulesOfComments({ data }: OpenedOf<'SiteDescribed'>, before: Partial<SiteIdentityRow>) {
  const { commentsCloseAfterDays: closesAfter, quietFrom, quietUntil } = data;
  return {
    closesAfter: closesAfter === undefined ? (before.closesAfter ?? null) : closesAfter,
    quietFrom: quietFrom === undefined ? (before.quietFrom ?? null) : quietFrom,
    quietUntil: quietUntil === undefined ? (before.quietUntil ?? null) : quietUntil,
  };
}

type PageColumns = Partial<Omit<SiteIdentityRow, 'id' | 'updatedAt'>>;

/** The columns of a page that the event says something of. */
function pageOf(event: OpenedOf<'SiteDescribed'>, page: SitePage, context: BatchContext): PageColumns {
  const source = event.data[page];
  if (source === undefined) return {};
  const html = source === null ? null : shownBody(context, { id: idOfPage(event.id, page) }).bodyHtml;
  const updatedAt = source === null ? null : event.occurredAt;
  return { [page]: source, [`${page}Html`]: html, [`${page}UpdatedAt`]: updatedAt };
}

const noPages = { rules: null, rulesHtml: null, rulesUpdatedAt: null, imprint: null, imprintHtml: null };
const nothing = {
  ...{
    name: null,
    motto: null,
    language: null,
    timeZone: null,
    publishing: null,
    editMinutes: null,
    ...noPages,
    imprintUpdatedAt: null,
  },
  ...{ privacy: null, privacyHtml: null, privacyUpdatedAt: null },
};
