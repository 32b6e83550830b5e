interface ModelPerson {
  kind: 'guest' | 'account';
  original: string;
  nick: string | null;
  /** The name they had from a time on. */
  names: { at: number; name: string }[];
  comments: number;
  linkedTo: string | undefined;
}

/** How a person is shown to themselves. */
export interface Shown {
  name: string;
  commentCount: number;
  /** The latest first. */
  names: string[];
}

/** People's commands in the simplest program that could be right: maps and counters, no events. */
export class PeopleModel {
  private readonly people = new Map<string, ModelPerson>();
  private clock = 0;

  begin(id: string, kind: ModelPerson['kind'], name: string): void {
    const names = [{ at: this.tick(), name }];
    this.people.set(id, { kind, original: name, nick: null, names, comments: 0, linkedTo: undefined });
  }

  isThere(id: string): boolean {
    return this.people.has(id);
  }

  /** Whether they can act: a guest who has become an account acts as that account. */
  acts(id: string): boolean {
    const person = this.people.get(id);
    return person !== undefined && person.linkedTo === undefined;
  }

  isLinked(id: string): boolean {
    return this.people.get(id)?.linkedTo !== undefined;
  }

  hasNick(id: string): boolean {
    return this.of(id).nick !== null;
  }

  comment(id: string): void {
    this.of(id).comments += 1;
  }

  pick(id: string, nick: string): void {
    this.of(id).nick = nick;
    this.of(id).names.push({ at: this.tick(), name: nick });
  }

  restore(id: string): void {
    const person = this.of(id);
    person.nick = null;
    person.names.push({ at: this.tick(), name: person.original });
  }

  rename(id: string, name: string): void {
    this.of(id).original = name;
    this.of(id).names.push({ at: this.tick(), name });
  }

  link(guest: string, account: string): void {
    this.of(guest).linkedTo = account;
  }

  unlink(guest: string): void {
    this.of(guest).linkedTo = undefined;
  }

  /** An account's guests are erased with it. @returns everyone who is erased. */
  erase(id: string): string[] {
    const gone = [id, ...this.guestsOf(id)];
    for (const each of gone) this.people.delete(each);
    return gone;
  }

  shown(id: string): Shown {
    const person = this.of(id);
    const all = [person, ...this.guestsOf(id).map((guest) => this.of(guest))];
    return {
      name: person.nick ?? person.original,
      commentCount: all.reduce((sum, { comments }) => sum + comments, 0),
      names: all
        .flatMap(({ names }) => names)
        .toSorted((one, other) => other.at - one.at)
        .map(({ name }) => name),
    };
  }

  private guestsOf(account: string): string[] {
    return [...this.people].flatMap(([id, { linkedTo }]) => (linkedTo === account ? [id] : []));
  }

  private of(id: string): ModelPerson {
    const person = this.people.get(id);
    if (!person) throw new Error(`${id} is not there`);
    return person;
  }

  private tick(): number {
    return (this.clock += 1);
  }
}
