import { Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { type SitePage, sitePages } from '#contracts/site/site.events.js';
import { notFound } from '#http/problem.js';
import type { Queryable } from '#postgres/shared-connection.js';
import { readSiteIdentity } from '#read-models/site-identity/read-site-identity.js';
import { readSitePage } from '#read-models/site-identity/read-site-page.js';
import { readSiteVersion } from '#read-models/shown/read-answer-version.js';
import { type BigAnswers, maxBytesAtOnce } from '../answers/big-answers.js';
import { jsonOf } from '../answers/json-of.js';
import type { LargeAnswer, WholeAnswer } from '../answers/whole-answer.js';
import { presentSite } from './present-site.js';
import { SiteAnswer, SitePageAnswer } from './site.answers.js';

const writeSite = jsonOf(SiteAnswer);
const writePage = jsonOf(SitePageAnswer);

const isPage = (name: string): name is SitePage => sitePages.some((page) => page === name);

/** What the site says of itself, and its pages, as JSON; the same for everybody. */
@Injectable()
export class Sites {
  constructor(private readonly parts: { pool: Pool; lookUps: Queryable; big: BigAnswers }) {}

  /** The version of all of it. */
  readVersion(): Promise<string> {
    return readSiteVersion(this.parts.lookUps);
  }

  async now(): Promise<SiteAnswer> {
    return presentSite(await readSiteIdentity(this.parts.pool));
  }

  async site(): Promise<WholeAnswer> {
    return { json: Buffer.from(writeSite(await this.now())) };
  }

  /** @throws Problem 404; the large answer: 503 if too many are under way. */
  async page(name: string): Promise<WholeAnswer | LargeAnswer> {
    const found = isPage(name) ? await readSitePage(this.parts.pool, name) : undefined;
    if (found === undefined) throw notFound('page');
    const { source, html, updatedAt } = found;
    const page = { name: name as SitePage, source, html, updatedAt: updatedAt.toISOString() };
    const write = () => ({ json: Buffer.from(writePage({ page })) });
    const length = source.length + html.length;
    if (length <= maxBytesAtOnce) return write();
    return (reply) => {
      this.parts.big.admit(reply, length);
      return Promise.resolve(write());
    };
  }
}
