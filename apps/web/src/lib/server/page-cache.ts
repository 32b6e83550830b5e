import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { LRUCache } from 'lru-cache';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Milliseconds for which a stored page is shown before it is made again. */
export const pageFreshMs = 1_000;
/** Bytes of all stored pages. */
export const pagesBytes = 24_000_000;

export type Coding = 'br' | 'gzip' | 'identity';

/** A page as it is sent. Its codings are made when they are first asked for. */
export class StoredPage {
  readonly etag: string;
  private readonly coded = new Map<Coding, Promise<Buffer>>();

  constructor(
    readonly status: number,
    readonly headers: Record<string, string>,
    readonly html: Buffer,
  ) {
    this.etag = `"${createHash('sha256').update(html).digest('base64url').slice(0, 22)}"`;
  }

  in(coding: Coding): Promise<Buffer> {
    const made = this.coded.get(coding) ?? encode(this.html, coding);
    this.coded.set(coding, made);
    return made;
  }
}

export function encode(html: Buffer, coding: Coding): Promise<Buffer> {
  if (coding === 'identity') return Promise.resolve(html);
  if (coding === 'gzip') return zip(html, { level: 5 });
  return brotli(html, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 4,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: html.length,
    },
  });
}

/** The best coding that an Accept-Encoding allows (RFC 9110, 12.5.3), of those that we have. */
export function codingFor(accepted: string | null): Coding {
  const allowed = new Map(
    (accepted ?? '').split(',').map((each) => {
      const [name = '', weight = ''] = each
        .trim()
        .toLowerCase()
        .split(/\s*;\s*q=/);
      return [name, weight === '' ? 1 : Number(weight)] as const;
    }),
  );
  const isAllowed = (coding: Coding) => (allowed.get(coding) ?? allowed.get('*') ?? 0) > 0;
  return (['br', 'gzip'] as const).find(isAllowed) ?? 'identity';
}

type Make = () => Promise<StoredPage>;

const pages = new LRUCache<string, StoredPage, Make>({
  maxSize: pagesBytes,
  // A page, its codings and what belongs to them.
  sizeCalculation: ({ html }) => html.length * 2 + 1_000,
  ttl: pageFreshMs,
  fetchMethod: (_key, _stale, { context }) => context(),
});

/**
 * A page for strangers. It is made once however many ask for it, and is then the same for all for {@link pageFreshMs}: so
 * long may a stranger's page be behind. Only pages with status 200 are kept.
 */
export async function storedPage(key: string, make: Make): Promise<StoredPage> {
  const page = (await pages.fetch(key, { context: make })) ?? (await make());
  if (page.status !== 200) pages.delete(key);
  return page;
}
