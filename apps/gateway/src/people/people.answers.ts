import { z } from 'zod';
import { Role } from '#contracts/people/role.events.js';
import type { ListedPerson } from '#read-models/commenter/read-people.js';
import { wholeNumber } from '../answers/page-of-list.js';
import { PersonKind, Sanctions } from './person-record.js';

/** The part of the list of people that a query string asks for. */
export const WantedPeople = z.object({
  name: z.string({ error: 'is given twice' }).max(100, 'is too long (maximum is 100 characters)').optional(),
  kind: PersonKind.optional(),
  role: Role.optional(),
  sanctioned: z.enum(['true', 'false']).optional(),
  after: z.uuid({ error: 'must be the id of a person' }).optional(),
  limit: wholeNumber(1, 100).default(20),
});

const Person = z.object({
  id: z.uuid(),
  kind: PersonKind,
  name: z.string(),
  nick: z.string().nullable(),
  roles: z.array(z.string()),
  commentCount: z.int().describe('with those of linked guests'),
  linkedTo: z.uuid().nullable().describe('the account that a guest has become'),
  erasureDueAt: z.iso.datetime().nullable().describe('null: they stay'),
  sanctions: Sanctions,
});

export const PeopleAnswer = z.object({
  people: z.array(Person),
  next: z.uuid().nullable().describe('`after` of the next page; null: there is none'),
});

/** A person in the list, as the API gives them. */
export const presentListed = ({ personId: id, erasureDueAt, ...person }: ListedPerson): z.infer<typeof Person> => ({
  ...{ id, ...person },
  erasureDueAt: erasureDueAt && erasureDueAt.toISOString(),
});
