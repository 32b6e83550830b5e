/** A form that was sent and could not be taken, nor its page be shown. It can be sent again, but for passwords and codes. */
export interface LostForm {
  /** Where to. */
  action: string;
  fields: Record<string, string>;
  /** What somebody has typed or chosen, by the labels of the fields. */
  typed: [label: string, value: string][];
}
