import { randomBytes } from 'node:crypto';

/** In every text of one run, and in no other. */
export const mark = randomBytes(6).toString('hex');
/** Every text a person can enter, each with words of its own; the last by an archive. */
export const canaries = {
  name: `Pirol${mark}`,
  email: `nest${mark}@pirol.example`,
  website: `https://pirol.example/${mark}/ast`,
  body: `What the oriole ${mark} sang`,
  importedName: `Kuckuck ${mark}`,
  importedEmail: `fremd${mark}@kuckuck.example`,
  importedWebsite: `http://kuckuck.example/${mark}`,
  importedBody: `What the cuckoo ${mark} called, long ago`,
  address: `203.0.113.77-${mark}`,
  username: `Zaunkoenig${mark}`,
  accountEmail: `hecke${mark}@zaunkoenig.example`,
  bio: `I am the wren ${mark}, and loud`,
  image: `https://zaunkoenig.example/${mark}.png`,
  nick: `Feldlerche ${mark}`,
  accountNick: `Haubenlerche ${mark}`,
  newName: `Goldpirol ${mark}`,
  newWebsite: `https://goldpirol.example/${mark}`,
  note: `Sings ${mark} too early`,
  accountNote: `Sang ${mark} at night`,
  roleReason: `Knows ${mark} every bird`,
  linkedName: `Nachtschwalbe ${mark}`,
  linkedNick: `Ziegenmelker ${mark}`,
  linkedEmail: `heide${mark}@nachtschwalbe.example`,
  linkedBody: `What the nightjar ${mark} churred`,
};
/** Where these texts can be read. */
export const threads = ['/api/articles/of-birds/comments', '/api/articles/archived/comments'];
export const quoted = `“sang, and ${mark} again”: I quote`;
