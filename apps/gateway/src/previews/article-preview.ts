import { Inject, Injectable } from '@nestjs/common';
import type { House } from '#contracts/thesaurus/house-entry.js';
import type { PreviewHouse } from '#contracts/thesaurus/thesaurus.commands.js';
import type { Exchange } from '../commands/exchange.js';
import { SERVICES, type Services } from '../commands/services.js';
import { type Written, Writes } from '../commands/writes.js';
import { Previews, type Texts } from './previews.js';

type Asked = Written & { house: House | null };

/** What is written as its publication would show it: the articles service tells by which entries, the rest is done here. */
@Injectable()
export class ArticlePreview {
  constructor(
    @Inject(SERVICES) private readonly services: Services,
    @Inject(Writes) private readonly writes: Writes,
    @Inject(Previews) private readonly previews: Previews,
  ) {}

  /** The house view is null where nothing differs. @throws Problem as `Writes.send` and `Previews.inHouse` */
  async of(article: PreviewHouse, exchange: Exchange): Promise<{ original: Texts; house: Texts | null }> {
    const asked = await this.writes.begin(exchange);
    const { articles } = this.services;
    const { house: pinned } = await this.writes.send<Asked>(asked, articles, 'preview-house', article);
    const { original, house } = await this.previews.inHouse(article, pinned);
    const isSame = (['title', 'description', 'bodyHtml'] as const).every((name) => house[name] === original[name]);
    return { original, house: isSame ? null : house };
  }
}
