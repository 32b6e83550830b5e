import type { ArticleActivity } from '#read-models/shown/read-article-activity.js';
import { eventText } from './event-text.js';

const textOf = ({ sequence, kind, commentId, commentsCount }: ArticleActivity) =>
  eventText({
    ...{ id: sequence, event: 'activity' },
    data: { kind, ...(commentId !== null && { commentId }), commentsCount },
  });

/** What is new of one article, written once for all who follow it. */
export class ArticleNews {
  readonly last: number;
  readonly isWithdrawn: boolean;
  private readonly texts: (readonly [sequence: number, text: string])[];
  private readonly whole: string;

  /** @param from the sequence behind which the reading began */
  constructor(
    news: ArticleActivity[],
    private readonly from: number,
  ) {
    this.last = news.at(-1)?.sequence ?? from;
    this.isWithdrawn = news.some(({ kind }) => kind === 'article-withdrawn');
    this.texts = news.map((each) => [each.sequence, textOf(each)]);
    this.whole = this.texts.map(([, text]) => text).join('');
  }

  /** Most followers have been told the same, so the whole is made once. */
  textBehind(sequence: number): string {
    if (sequence <= this.from) return this.whole;
    return this.texts.map(([at, text]) => (at > sequence ? text : '')).join('');
  }
}
