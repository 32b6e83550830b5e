/** A feed, whatever it is written as. Addresses are absolute. */
export interface Channel {
  /** The same for ever: a URI. */
  id: string;
  title: string;
  description: string;
  /** BCP 47. */
  language: string;
  /** The page whose feed it is. */
  page: string;
  /** Its own address without the format: `…/feed`. */
  address: string;
  items: Item[];
}

export interface Item {
  /** The same for ever: a URI. */
  id: string;
  url: string;
  title: string;
  /** Plain text. */
  summary?: string | undefined;
  /** Sanitised. */
  html?: string | undefined;
  author: { name: string; url?: string };
  publishedAt: Date;
  updatedAt: Date;
  categories: { name: string; url: string }[];
  /** Whom it was taken from, where that has an address. */
  via?: { name: string; url: string } | undefined;
  thread?: { url: string; /** Without the format. */ feed: string; count: number };
}

/** When anything of it changed last; 1970 where there is nothing. */
export const updatedAt = ({ items }: Channel): Date =>
  new Date(Math.max(0, ...items.map((item) => item.updatedAt.getTime())));
