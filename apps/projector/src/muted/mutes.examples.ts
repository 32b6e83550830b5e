import type { BroadsideEvent } from '#contracts/events.js';
import { mutesChanged } from '#contracts/people/person.examples.js';
import type { PersonKey } from '#keyring/keyring.js';
import { recorded } from '#testing/recorded.js';

/** One who mutes a tag, a person and a source, and one who is erased. */
export function mutes(key: PersonKey, [ada = '', grace = '', gone = '']: string[]): BroadsideEvent[] {
  const about = {
    stream: `mutes-${ada}`,
    topic: 'users.events.v1',
    key: ada,
    type: 'MutesChanged',
    under: key,
  } as const;
  const said = (...list: object[]) => ({ ...mutesChanged, personId: ada, mutes: JSON.stringify(list) });
  const [tag, person] = [
    { kind: 'tag', key: 'Ada’s town' },
    { kind: 'person', key: grace },
  ];
  return [
    recorded({ ...about, data: () => said(tag) }),
    recorded({ ...about, version: 2, data: () => said(tag, person, { kind: 'source', key: 'Ada’s post' }) }),
    recorded({
      ...{ ...about, stream: `mutes-${gone}`, key: gone },
      data: () => ({ ...said(tag), personId: gone, actor: { kind: 'person', id: gone } }),
    }),
  ];
}
