/** What an event of the gateway tells. */
export interface Told {
  kind?: string;
  commentId?: number;
  commentsCount: number;
}

/** Comments that came since a page was made. */
export class Arrivals {
  private readonly ids = new Set<number>();
  /** Those of which nothing but their number was told. */
  private others = 0;

  /** @param shown comments of the article when the page was made; @param isHere whether the page has a comment */
  constructor(
    private readonly shown: number,
    private readonly isHere: (id: number) => boolean,
  ) {}

  get count(): number {
    return this.ids.size + this.others;
  }

  /** The first; undefined if it is not known. */
  get first(): number | undefined {
    return this.others > 0 ? undefined : Math.min(...this.ids);
  }

  /** A beginning: what came before is told as a number alone. */
  restart({ commentsCount }: Told): void {
    this.ids.clear();
    this.others = Math.max(0, commentsCount - this.shown);
  }

  /** One that was told by the number alone is not known by its id. */
  private leave(id: number): void {
    if (!this.ids.delete(id) && !this.isHere(id)) this.others = Math.max(0, this.others - 1);
  }

  hear({ kind, commentId }: Told): void {
    if (commentId === undefined) return;
    if (kind === 'comment-deleted' || kind === 'comment-hidden') this.leave(commentId);
    else if (kind === 'comment-shown' && !this.isHere(commentId)) this.ids.add(commentId);
  }
}
