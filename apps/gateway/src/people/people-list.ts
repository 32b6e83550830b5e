import { Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import type { z } from 'zod';
import { readPeople } from '#read-models/commenter/read-people.js';
import { type PeopleAnswer, presentListed, type WantedPeople } from './people.answers.js';

/** People as staff finds them. */
@Injectable()
export class PeopleList {
  constructor(private readonly pool: Pool) {}

  /** @returns a page, and the path of the next one; undefined at the end. */
  async page(wanted: z.infer<typeof WantedPeople>): Promise<{ page: z.infer<typeof PeopleAnswer>; link?: string }> {
    const { name, kind, role, sanctioned, after, limit } = wanted;
    const filter = { name: name || undefined, kind, role, sanctioned: sanctioned && sanctioned === 'true' };
    const { people, next } = await readPeople(this.pool, filter, { after, limit });
    const page = { people: people.map(presentListed), next: next ?? null };
    return next === undefined ? { page } : { page, link: `/api/people?${queryOf({ ...wanted, after: next })}` };
  }
}

function queryOf(wanted: z.infer<typeof WantedPeople>): string {
  const given = Object.entries(wanted).map(([field, value]) => [field, String(value)] as [string, string]);
  return new URLSearchParams(given.filter(([, value]) => value !== '')).toString();
}
