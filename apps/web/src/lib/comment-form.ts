import type { Me } from './answers.js';
import { field } from './field.js';

/** What is typed into the form of a comment. */
export interface FormValues {
  name: string;
  email: string;
  website: string;
  body: string;
  nic: 'original' | 'pick';
  /** The nick that is picked or proposed. */
  nick: string;
  /** The Idempotency-Key under which it is sent: sent twice, it is posted once. */
  key: string;
}

export type FieldName = 'name' | 'email' | 'website' | 'nick' | 'body';

export interface FormState {
  values: FormValues;
  errors: Partial<Record<FieldName, string>>;
  message?: string | undefined;
  /** The comment as it would be posted, as HTML; undefined where nobody asked for it. */
  preview?: string | undefined;
}

/** A form that could not be taken, with the page that it belongs to. */
export interface UnsentForm {
  path: string;
  parentId: number | undefined;
  state: FormState;
}

/** The form as somebody finds it who comes to the page. */
export const freshForm = (me: Me | undefined): FormState => ({
  values: {
    name: me?.originalName ?? '',
    email: me?.email ?? '',
    website: me?.website ?? '',
    body: '',
    nic: me?.nick ? 'pick' : 'original',
    nick: me?.nick ?? '',
    key: '',
  },
  errors: {},
});

const texts = ['name', 'email', 'website', 'body', 'nick', 'key'] as const;

/** The form as it was sent. */
export function sentForm(data: FormData): FormValues {
  const values = Object.fromEntries(texts.map((name) => [name, field(data, name)])) as Record<
    (typeof texts)[number],
    string
  >;
  return { ...values, nic: field(data, 'nic') === 'pick' ? 'pick' : 'original' };
}
