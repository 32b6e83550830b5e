/** Where a page of a list begins: the first one where the address says nothing that can be read. */
export function offsetIn({ searchParams }: URL): number {
  const asked = searchParams.get('offset') ?? '';
  return /^\d{1,9}$/.test(asked) ? Number(asked) : 0;
}
