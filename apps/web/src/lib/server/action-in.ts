/** The action of a page that an address names, as `approve` in `?/approve`. As SvelteKit, the first such key counts. */
export const actionIn = ({ searchParams }: URL): string =>
  [...searchParams.keys()].find((key) => key.startsWith('/'))?.slice(1) ?? '';
