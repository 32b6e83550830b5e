import type { BroadsideEvent, DataOf } from '#contracts/events.js';
import type { PersonKey } from '#keyring/keyring.js';
import { recorded } from '#testing/recorded.js';

const ids = [1, 2, 3, 4].map((number) => `0190a3c2-8b11-7d52-8a44-0c1d2e3f406${number}`);
const [submitted = '', published = '', discarded = '', erased = ''] = ids;

/** Drafts of somebody, and of one who is erased: submitted and given back, published, discarded. */
export function drafts(key: PersonKey, [author = '', gone = '']: string[]): BroadsideEvent[] {
  const versions = new Map<string, number>();
  const say = <
    Type extends 'ArticleDrafted' | 'ArticleSubmitted' | 'SubmissionReturned' | 'ArticleScheduled' | 'DraftDiscarded',
  >(
    type: Type,
    articleId: string,
    more: object = {},
    by = author,
  ) => {
    const version = (versions.get(articleId) ?? 0) + 1;
    versions.set(articleId, version);
    return recorded({
      ...{ type, version, stream: `article-${articleId}`, topic: 'articles.events.v1', key: articleId, under: key },
      data: () => ({ articleId, authorId: by, actor: { kind: 'person', id: by }, ...more }) as unknown as DataOf<Type>,
    });
  };
  const draft = (title: string) => ({
    draft: JSON.stringify({ title, description: '', body: 'Ada says', format: 'markdown', tagList: [] }),
  });
  const scheduled = { publishAt: '2026-01-03T00:00:00.000Z' };
  return [
    say('ArticleDrafted', submitted, draft('One')),
    say('ArticleDrafted', discarded, draft('Two')),
    say('ArticleSubmitted', submitted),
    say('ArticleDrafted', erased, draft('Three'), gone),
    say('SubmissionReturned', submitted, { note: 'Why, Ada?' }),
    say('ArticleDrafted', submitted, draft('One more')),
    say('ArticleDrafted', published, draft('Four')),
    say('ArticleScheduled', published, scheduled),
    say('ArticleSubmitted', submitted),
    say('DraftDiscarded', discarded),
    say('ArticleScheduled', submitted, scheduled),
    say('SubmissionReturned', submitted, { reason: 'incomplete' }),
  ];
}
