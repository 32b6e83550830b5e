import { eventually } from '#testing/eventually.js';
import { expect } from '@jest/globals';
import { GatewayClient } from '#tools/gateway/gateway-client.js';
import { readWholeThread } from '#tools/gateway/read-whole-thread.js';
import { gateways } from './api-client.js';
import { runTool } from './run-tool.js';

export const importing = (...args: string[]) => runTool('import/import', args);

/** The figures of the final table, by the first words of each line; skipped items by reason. */
export const tableOf = (out: string) =>
  Object.fromEntries(
    out
      .trim()
      .split('\n')
      .map((line) => line.trim().split(/\s{2,}/))
      .map(([what = '', count, note]) => [/skipped|held back/.test(what) ? (note ?? '') : what, Number(count)]),
  );

/** How many articles, comments, persons and authors were new. */
export const added = (out: string) => [...out.matchAll(/(\d+) new/g)].map(([, count]) => Number(count));

export interface Shown {
  id: number;
  parentId: number | null;
  createdAt: string;
  body: string;
  bodyHtml: string;
  author: { username: string; kind: string; id: string; website?: string };
}

/** The comments of an article, once there are this many. */
export const threadOf = (slug: string, length: number): Promise<Shown[]> =>
  eventually(
    async () => {
      const comments = await readWholeThread<Shown>(new GatewayClient(gateways[0] ?? ''), slug);
      expect(comments).toHaveLength(length);
      return comments;
    },
    { what: `${length} comments under ${slug}` },
  );
