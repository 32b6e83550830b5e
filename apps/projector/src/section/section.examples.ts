import { commentsClosed } from '#contracts/articles/article.examples.js';
import type { BroadsideEvent } from '#contracts/events.js';
import { recorded } from '#testing/recorded.js';

/** A section that is renamed, and gets its name back as it closes; another beside it. */
export function sections(): BroadsideEvent[] {
  const { actor } = commentsClosed;
  const say = (type: 'SectionOpened' | 'SectionChanged', number: number, slug: string, version = 1) => {
    const sectionId = `0190a3c2-8b11-7d52-8a44-0c1d2e3f407${number}`;
    const data = { sectionId, slug, name: slug, description: '', position: number, isOpen: version < 3, actor };
    const closing = version === 3 ? { commentsCloseAfterDays: 'never' as const } : {};
    const about = { stream: `section-${sectionId}`, topic: 'articles.events.v1', key: sectionId } as const;
    return recorded({ ...about, type, version, data: () => ({ ...data, ...closing }) });
  };
  return [
    say('SectionOpened', 1, 'harbour'),
    say('SectionOpened', 2, 'theatre'),
    say('SectionChanged', 1, 'port', 2),
    say('SectionChanged', 1, 'harbour', 3),
  ];
}
