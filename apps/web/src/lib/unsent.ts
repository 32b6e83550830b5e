/**
 * Data of a page that is not sent beside it. SvelteKit writes all data of a page out for hydration, also of pages that are
 * never hydrated; a thread of 200 comments cost more that way than its rendering.
 */
export class Unsent<Value> {
  constructor(readonly value: Value) {}
}
