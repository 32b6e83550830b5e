import { siteFields } from '#lib/desk/site-form.js';
import { type AccountMessages } from '#lib/messages/account.en.js';
import { accountMessagesFor } from '#lib/messages/account-messages-for.js';
import { messagesFor } from '#lib/messages/messages-for.js';
import { newsroomMessagesFor, type NewsroomMessages } from '#lib/messages/newsroom-messages-for.js';
import { rangeMessagesFor, type RangeMessages } from '#lib/messages/range-messages-for.js';
import { siteMessagesFor, type SiteMessages } from '#lib/messages/site-messages-for.js';
import { actionIn } from './action-in.js';
import { leaveChanged } from './desk/field-marks.js';

interface SentForm {
  /** SvelteKit's name of the page. */
  route: string;
  url: URL;
  fields: Record<string, string>;
}

type DeskWords = NewsroomMessages & RangeMessages & SiteMessages;
type Labels = Record<string, string>;

/** The fields of one's own pages that are typed into, by action, with their labels. */
const ofAccount = (a: AccountMessages): Record<string, Labels> => ({
  profile: { username: a.userName, email: a.email, bio: a.bio, image: a.image },
  details: { name: a.yourName, email: a.email, website: a.website },
  nick: { nick: a.nickField },
});

/** The same of the desk. */
function ofDesk(t: DeskWords, route: string, action: string): Labels {
  if (route === '/desk/publish' || route === '/write/draft') {
    const text = { title: t.title, description: t.inShort, body: t.excerpt, format: t.format, remark: t.ownRemark };
    const source = { name: t.sourceName, url: t.sourceUrl, author: t.sourceAuthor, publishedOn: t.sourceDate };
    return { ...text, tagList: t.tags, ...source };
  }
  if (route === '/desk/site') {
    const lines = { name: t.siteName, motto: t.motto, language: t.language, timeZone: t.timeZone };
    const rules = { commentsCloseAfterDays: t.closesAfter, quietFrom: t.quietFrom, quietUntil: t.quietUntil };
    return { ...lines, ...rules, editMinutes: t.editMinutes, ...t.texts };
  }
  const why = { lasts: t.lasts, reason: t.reason, note: t.note };
  if (action === 'grant') return { role: t.role, ...why };
  return route === '/desk/addresses' && action === 'sanction' ? { range: t.range, kind: t.kind, ...why } : why;
}

/** What stands in a list to choose of, by field. */
const choices = (t: DeskWords): Record<string, Labels> => ({
  ...{ format: t.formats, role: t.roles, kind: t.sanctionKinds, lasts: t.durations, reason: t.reasons },
});

/** What somebody has typed into a form or chosen in it, by the labels on its page; not what the page has put into it. */
export function typedInto({ route, url, fields }: SentForm, language: string): [label: string, value: string][] {
  if (route.startsWith('/articles')) return fields['body'] ? [[messagesFor(language).yourComment, fields['body']]] : [];
  const isOfDesk = !route.startsWith('/account');
  const t = { ...newsroomMessagesFor(language), ...rangeMessagesFor(language), ...siteMessagesFor(language) };
  const action = actionIn(url);
  const labels = isOfDesk ? ofDesk(t, route, action) : ofAccount(accountMessagesFor(language))[action];
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  if (route === '/desk/site') leaveChanged(data, siteFields, 'marks');
  return Object.entries(labels ?? {}).flatMap(([name, label]): [string, string][] => {
    const value = data.get(name);
    if (typeof value !== 'string' || value === '') return [];
    const chosen = isOfDesk ? choices(t)[name] : undefined;
    return [[label, (chosen && Object.hasOwn(chosen, value) && chosen[value]) || value]];
  });
}
