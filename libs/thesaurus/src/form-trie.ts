// A global is looked up slowly in the contexts that tests run in.
const { imul } = Math;

/**
 * A trie of strings in three flat arrays: an open hash table from node and UTF-16 unit to node. Building and walking take
 * time linear in the characters; a node takes 24 to 48 bytes.
 */
export class FormTrie {
  static readonly root = 0;
  private parents: Int32Array;
  private units: Uint16Array;
  private children: Int32Array;
  private ends: Uint8Array;
  private mask: number;
  private nodes = 1;

  /** @param characters upper bound of the characters of all strings. */
  constructor(characters: number) {
    const size = 2 ** Math.ceil(Math.log2(2 * characters + 2));
    this.parents = new Int32Array(size);
    this.units = new Uint16Array(size);
    this.children = new Int32Array(size);
    this.ends = new Uint8Array(characters + 1);
    this.mask = size - 1;
  }

  /** The node of a string; it is added if it is not there. */
  add(form: string): number {
    let node = FormTrie.root;
    for (let at = 0; at < form.length; at += 1) {
      const unit = form.charCodeAt(at);
      const slot = this.slotOf(node, unit);
      if (this.children[slot] === 0) {
        this.parents[slot] = node;
        this.units[slot] = unit;
        this.children[slot] = this.nodes;
        this.nodes += 1;
      }
      node = this.children[slot] ?? 0;
    }
    this.ends[node] = 1;
    return node;
  }

  /** Whether a string ends at this node. */
  isEnd(node: number): boolean {
    return this.ends[node] === 1;
  }

  /** The node behind a unit; 0 if no string goes on so. */
  next(node: number, unit: number): number {
    return this.children[this.slotOf(node, unit)] ?? 0;
  }

  private slotOf(node: number, unit: number): number {
    let slot = (imul(node, 0x9e3779b1) ^ imul(unit, 0x85ebca6b)) >>> 0;
    slot = (slot ^ (slot >>> 15)) & this.mask;
    while (this.children[slot] !== 0 && (this.parents[slot] !== node || this.units[slot] !== unit))
      slot = (slot + 1) & this.mask;
    return slot;
  }
}
