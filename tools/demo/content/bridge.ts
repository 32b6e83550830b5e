/** The newest article, which the admin publishes as one does. */
export const bridge = {
  title: 'Port Ambrose bridge opens at noon, declines to close',
  description: 'A drawbridge with opinions. The ferries are delighted, the buses are not.',
  body: 'The Ambrose Street drawbridge was raised at noon on Tuesday to let a dredger through and stayed up until after dark.\n\nEngineers found that a cormorant had built a nest in the counterweight housing. "She was there first this season," said the harbour master, who has ordered a detour until the eggs hatch.',
  section: 'Harbour & Coast',
  tagList: ['harbour', 'birds'],
  source: { name: 'The Ambrose Lantern', url: 'https://lantern.example/bridge-nest', author: 'Wren Tolliver' },
  remark: 'We asked the bird for comment. It said nothing, at length.',
};

/** What the house has to say of these, wherever they stand. */
export const houseEntries = [
  { kind: 'gloss', term: 'harbour master', text: '(who has never been seen on a boat)' },
  { kind: 'substitution', term: 'dredger', text: 'mud hoover', inflections: ['dredgers'] },
];

export const guests = [
  { name: 'Old Salt' },
  { name: 'Marrow', website: 'https://marrow.example' },
  { name: 'Counterweight Connie', email: 'connie@mail.example' },
  { name: 'Bus Driver 12' },
  { name: 'Petrel' },
  { name: 'Old Salt' },
  { name: 'Tilda Fenn', website: 'https://fenn.example/notes' },
  { name: 'Grumbling Pier' },
];

/** The remarks under the bridge; `to` is the number of the remark replied to. */
export const thread: { by: number; text: string; to?: number }[] = [
  { by: 0, text: 'Forty years I have watched that bridge and it has never once been on my side.' },
  { by: 3, text: 'I sat there for two hours with a full bus. A lady in row three knitted most of a sleeve.' },
  { by: 2, text: 'Which sleeve?', to: 1 },
  { by: 3, text: 'Left.', to: 2 },
  { by: 1, text: 'Bird 1, Department of Works 0.' },
  { by: 4, text: 'Cormorants do not usually nest in machinery. Are we sure it was not a shag?' },
  { by: 6, text: 'The crest is plain in the photograph. Shag.', to: 5 },
  { by: 7, text: 'Here we go.', to: 6 },
  { by: 4, text: 'It matters! They are protected under different by-laws.', to: 7 },
  { by: 0, text: 'In my day a bird that stopped a bridge would have been made mayor.' },
  { by: 1, text: 'In your day it was. Two terms.', to: 9 },
  { by: 5, text: 'I am also called Old Salt and I would like it known that I have nothing against the bridge.' },
  { by: 0, text: 'There are two of us now?', to: 11 },
  { by: 5, text: 'There have always been two of us.', to: 12 },
  { by: 2, text: 'The counterweight is rated for eighteen tonnes and one bird. I checked.' },
  { by: 6, text: 'Put up a camera and charge for it. That nest would pay for the new gearbox by June.' },
  { by: 7, text: 'And who would watch a nest all day?', to: 15 },
  { by: 3, text: 'I had two hours. I would have watched a nest.', to: 16 },
];
