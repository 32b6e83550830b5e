/**
 * Maximal number of types that metrics and logs name. Further ones, and text that does not look like a type, are
 * `other`.
 */
export const maxTypesNamed = 20;

const plain = /^[A-Za-z][A-Za-z0-9]{0,79}$/;

/** Names of types for metrics and logs. They come from the network, in any number and with any content. */
export class UnknownTypeNames {
  private readonly named = new Set<string>();

  of(type: string): string {
    if (!plain.test(type)) return 'other';
    if (!this.named.has(type) && this.named.size >= maxTypesNamed) return 'other';
    this.named.add(type);
    return type;
  }
}
