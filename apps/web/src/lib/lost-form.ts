/** A form that was sent by somebody who was signed in no more: it can be sent again as it was, but for passwords and codes. */
export interface LostForm {
  /** Where to. */
  action: string;
  fields: Record<string, string>;
}

/** What the page puts into its forms, and nobody types. */
const given = new Set(['key', 'etag', 'step', 'id', 'guest', 'person']);

/** What somebody has typed or chosen. */
export const typedInto = ({ fields }: LostForm): [name: string, value: string][] =>
  Object.entries(fields).filter(([name, value]) => !given.has(name) && value !== '');
