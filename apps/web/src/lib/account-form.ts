import { field } from './field.js';

/** A form about oneself as it comes back: what was typed, but for passwords and codes, and what is wrong with it. */
export interface AccountForm {
  /** Which of the page's forms it is. */
  of: string;
  values: Record<string, string>;
  errors: Record<string, string>;
  message?: string | undefined;
}

/** Fields that are not sent back to a browser. */
const secret = new Set(['password', 'currentPassword', 'code']);

/** The text fields that a form was sent with. */
export const sentFields = <Name extends string>(data: FormData, names: readonly Name[]): Record<Name, string> =>
  Object.fromEntries(names.map((name) => [name, field(data, name)])) as Record<Name, string>;

export const withoutSecrets = (values: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !secret.has(name)));

/** The form as somebody finds it, or as it came back if it is the one that was sent. */
export const formOf = (of: string, sent: AccountForm | undefined, values: Record<string, string> = {}): AccountForm =>
  sent?.of === of ? sent : { of, values, errors: {} };
