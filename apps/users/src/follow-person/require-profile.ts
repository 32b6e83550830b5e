import { notFound } from '#http/problem.js';
import type { ClientBase } from 'pg';
import { lookAtPerson } from '../person/read-person.js';

/** @throws Problem 404 unless the person is an account: guests have no profile. */
export async function requireProfile(client: ClientBase, personId: string): Promise<void> {
  const { state } = await lookAtPerson(client, personId);
  if (state.kind !== 'account') throw notFound('profile');
}
