/** Types of events that are named in metrics and logs; those beyond, and what does not look like one, are `other`. */
export const mostTypesNamed = 20;

const plain = /^[A-Za-z][A-Za-z0-9]{0,79}$/;

/** Names of types as they are shown: they come from the wire, as many as somebody sends and whatever is in them. */
export class UnknownTypeNames {
  private readonly named = new Set<string>();

  of(type: string): string {
    if (!plain.test(type)) return 'other';
    if (!this.named.has(type) && this.named.size >= mostTypesNamed) return 'other';
    this.named.add(type);
    return type;
  }
}
