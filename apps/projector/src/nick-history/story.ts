import { randomUUID } from 'node:crypto';
import { commentPosted } from '#contracts/comments/comment.examples.js';
import type { BroadsideEvent, DataOf, EventType } from '#contracts/events.js';
import type { PersonKey } from '#keyring/keyring.js';
import { PeopleModel } from '#testing/people-model.js';
import { recorded } from '#testing/recorded.js';

/** One act of a person; an act that is impossible at that moment is not done. */
export interface Step {
  what: 'begin' | 'comment' | 'pick' | 'restore' | 'rename' | 'link' | 'unlink' | 'erase';
  who: number;
  account: number;
}

export const guests: string[] = [0, 1, 2].map(() => randomUUID());
export const accounts: string[] = [0, 1].map(() => randomUUID());
const everybody = [...guests, ...accounts];

/** A story as events by lane, and the model's result of it. */
export class Story {
  readonly model = new PeopleModel();
  readonly erased = new Set<string>();
  /** Two partitions of people and one of comments, each in its order. */
  readonly lanes: [BroadsideEvent[], BroadsideEvent[], BroadsideEvent[]] = [[], [], []];
  private readonly versions = new Map<string, number>();
  private comments = 0;

  constructor(
    steps: Step[],
    private readonly key: PersonKey,
  ) {
    for (const [index, step] of steps.entries()) this.take(step, `name ${index}`);
  }

  private take({ what, who, account: which }: Step, name: string): void {
    const { model } = this;
    const id = everybody[who % everybody.length] ?? '';
    const accountId = accounts[which % accounts.length] ?? '';
    const isGuest = guests.includes(id);
    if (what === 'begin') {
      if (model.isThere(id) || this.erased.has(id)) return;
      model.begin(id, isGuest ? 'guest' : 'account', name);
      if (isGuest) this.say(id, 'GuestIntroduced', ({ actor }) => ({ personId: id, name: name, actor }));
      else
        this.say(id, 'UserRegistered', ({ actor }) => ({
          personId: id,
          username: name,
          roles: [],
          actor,
        }));
    } else if (what === 'unlink') {
      if (!model.isLinked(id)) return;
      model.unlink(id);
      this.say(id, 'GuestUnlinked', ({ actor }) => ({ personId: id, accountId, actor }));
    } else if (what === 'erase') {
      if (!model.isThere(id) || model.isLinked(id)) return;
      for (const gone of model.erase(id)) {
        this.erased.add(gone);
        this.say(gone, 'PersonErased', ({ actor }) => ({ personId: gone, actor }));
      }
    } else if (model.acts(id)) {
      this.act(what, id, accountId, name);
    }
  }

  private act(what: Step['what'], id: string, accountId: string, name: string): void {
    const { model } = this;
    if (what === 'comment') {
      model.comment(id);
      this.post(id);
    } else if (what === 'pick') {
      model.pick(id, name);
      this.say(id, 'NickPicked', ({ actor }) => ({ personId: id, nick: name, actor }));
    } else if (what === 'restore' && model.hasNick(id)) {
      model.restore(id);
      this.say(id, 'OriginalNickRestored', ({ actor }) => ({ personId: id, actor }));
    } else if (what === 'rename') {
      model.rename(id, name);
      this.say(id, 'ProfileChanged', ({ actor }) => ({ personId: id, username: name, actor }));
    } else if (what === 'link' && guests.includes(id) && model.isThere(accountId)) {
      model.link(id, accountId);
      this.say(id, 'GuestLinked', ({ actor }) => ({ personId: id, accountId, actor }));
    }
  }

  private say<Type extends EventType>(
    id: string,
    type: Type,
    data: (by: { actor: { kind: 'person'; id: string } }) => DataOf<Type>,
  ): void {
    const version = (this.versions.get(id) ?? 0) + 1;
    this.versions.set(id, version);
    const event = recorded({
      ...{ type, stream: `person-${id}`, version, topic: 'users.events.v1', key: id },
      occurredAt: new Date(Date.UTC(2026, 0, 1) + this.lanes.flat().length * 1_000).toISOString(),
      data: () => data({ actor: { kind: 'person', id } }),
      under: this.key,
    });
    this.lanes[everybody.indexOf(id) % 2 === 0 ? 0 : 1].push(event);
  }

  private post(personId: string): void {
    const commentId = 1_000_001 + this.comments;
    this.comments += 1;
    this.lanes[2].push(
      recorded({
        ...{ type: 'CommentPosted', stream: `comment-${commentId}`, topic: 'comments.events.v1', key: 'a' },
        under: this.key,
        data: () => ({
          ...{ ...commentPosted, commentId, body: 'So' },
          author: { personId, kind: 'guest', name: 'Then' },
        }),
      }),
    );
  }
}
