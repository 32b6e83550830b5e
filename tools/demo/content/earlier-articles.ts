import { fogFirstDay } from './fog-first-day.js';
import { fogSecondDay } from './fog-second-day.js';
import { fogThirdDay } from './fog-third-day.js';
import { onDay } from './moments.js';
import type { PastArticle } from './past-article.js';
import { marketThread } from './short-threads.js';

/** The news of the days before, newest first. */
export const earlierArticles: PastArticle[] = [
  {
    slug: 'night-market-loses-its-night',
    when: onDay(3, '12:50'),
    title: 'Night market loses its night',
    description: 'New hours: ten to four. Vendors ask what to do with three thousand lanterns.',
    body: 'Following complaints about noise, the Port Ambrose night market will be held in the daytime from next month. The name stays.',
    section: 'Harbour & Coast',
    tagList: ['markets', 'lanterns'],
    source: { name: 'The Ambrose Lantern', url: 'https://lantern.example/night-market' },
    thread: { remarks: marketThread, hours: 8 },
    closed: true,
  },
  {
    slug: 'council-votes-to-measure-the-fog',
    when: onDay(3, '08:00'),
    title: 'Council votes to measure the fog',
    description: 'Nine to four, after a debate nobody could see.',
    body: `The town council of Lower Quill has approved the purchase of a fog gauge, ending a dispute over how much of it there was last winter.

Opponents said everyone already knows it is a lot.`,
    section: 'Council',
    tagList: ['lower-quill', 'fog'],
    source: { name: 'Quill Valley Courier', url: 'https://courier.example/fog-gauge' },
    byEditor: true,
    thread: { remarks: fogFirstDay + fogSecondDay + fogThirdDay, hours: 48 },
  },
  {
    slug: 'village-twinned-with-itself',
    when: onDay(4, '17:45'),
    title: 'Village twinned with itself, reports that the visit went well',
    description: 'Little Ambry sends a delegation to Little Ambry. Both sides found the other much as expected.',
    body: `Owing to a slip of the pen at the county office, the village of Little Ambry (population 340) has been twinned with the village of Little Ambry (population 340). The charter is sealed and cannot be undone until the jubilee. The parish council resolved, by seven to none, to make the best of it.

On Saturday, therefore, a delegation of twelve left by the east road, drove once round the mere with the windows up, and entered by the west road. It was met by a reception committee of the same twelve, who had gone ahead on foot. Gifts were exchanged: a cheese from the village’s own dairy, and a cheese.

> One goes abroad with certain ideas about the people. I am glad to say that they are every bit as decent as we are, though one or two of them park oddly.
>
> *From the speech of welcome, and also from the reply*

In the afternoon the guests were shown the pump. Several confessed that they had never really looked at it. Mrs Orla Tench, who has lived beside it for fifty years, asked to be photographed with it, “as a souvenir, because we may never come again”.

There were some difficulties. The choir and the visiting choir could not agree on who should sing first. The tug-of-war was abandoned when it was found that everybody was on both ends. And the host families, who were to put up a guest each, were obliged to sleep in their own spare rooms, which all of them now describe as *cold*.

Nevertheless both villages have asked to continue. A return visit is planned for autumn. The programme is in the [village newsletter](https://littleambry.example/twinning), and in the one of the other village.`,
    section: 'Elsewhere',
    tagList: ['little-ambry', 'cheese'],
    source: { name: 'Quill Valley Courier', url: 'https://courier.example/twinned' },
  },
  {
    slug: 'tide-tables-recalled',
    when: onDay(4, '07:30'),
    title: 'Tide tables recalled after the sea is found to be right',
    description: 'A misprint on page 14 has been early for work since January.',
    body: `The Harbour Press is recalling all 900 copies of this year’s tide tables. On page 14 a column was set one line too high, and each tide from the third of February on has been given the time of the tide before it.

“We had letters,” said the printer, Osric Vane. “We answered all of them. We told people that the table had been checked, and asked whether they had considered that it might be the sea.” A dozen readers went down to the slip and considered it. Nine came back.

It is not known how the misprint went unnoticed by the pilots for so long. The senior pilot says that she has not opened the tables since she was a girl. She licks a finger and looks at the gulls. The junior pilot says that he looks at the senior pilot.

Holders of the faulty edition are asked to do one of the following:

- move every tide down by a line, in pencil;
- return the book to the Harbour Press, at what it says is high water, bringing waders;
- keep it until the third of February next, *when it will be right again, for a day*.

A corrected edition comes out on Friday. It has a new preface, of one sentence, which Mr Vane wrote himself: “The sea is under no obligation.” The pilots have asked for it as a poster. Details are on the [notice board](https://harbourpress.example/errata).`,
    section: 'Weather & Worse',
    tagList: ['tides', 'printing'],
    source: { name: 'The Ambrose Lantern', url: 'https://lantern.example/tide-tables' },
  },
  {
    slug: 'ferry-leaves-early',
    when: onDay(5, '10:10'),
    title: 'Spindle Rock ferry leaves early to avoid passengers',
    description: 'It has never been so punctual, say those on the quay.',
    body: `The 8.15 ferry to Spindle Rock has left at 8.09 on every day of this month, the *Ambrose Lantern* has learned, and has arrived with nobody aboard but the crew, a crate of leeks and the crew’s good temper.

The company’s new system rates each crossing by three things: punctuality, fuel, and complaints. “An empty boat does well on all three,” said a spokesman. “We looked for a drawback, and there was nobody there to tell us.”

Passengers are advised to come for the 8.15 at eight. The company is advised that they will, and is looking into 7.58.`,
    section: 'Harbour & Coast',
    tagList: ['ferries'],
    source: { name: 'The Ambrose Lantern', url: 'https://lantern.example/ferry' },
  },
];
