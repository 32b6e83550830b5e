import type { PastArticle } from './past-article.js';
import { hoursAgo, onDay } from './moments.js';
import { lighthouseThread } from './short-threads.js';

/** The news of today, yesterday and the day before, newest first; the bridge is not in it. */
export const latestArticles: PastArticle[] = [
  {
    slug: 'storm-gerald-a-bit-much',
    when: hoursAgo(3),
    title: 'Storm Gerald downgraded to “a bit much”',
    description: 'The weather office apologises to everyone called Gerald, and to the pier.',
    body: `Storm Gerald, which was to reach the Spindle Coast overnight, has been downgraded twice since breakfast: first to a gale, then to what the Port Ambrose weather office calls “a bit much, in hats”.

The office keeps five steps for public use:

1. Nice enough.
2. A bit much.
3. Bring it in.
4. Bring *them* in.
5. We did say.

“People complain that step two covers nine months of the year,” said the duty forecaster, who asked to be described as dry. “We tried splitting it. Nobody could agree on where much begins.”

Three residents named Gerald have meanwhile asked for the next storm to be called after somebody else. The office’s list is alphabetical. Next is Geraldine.`,
    section: 'Weather & Worse',
    tagList: ['storms', 'hats'],
    source: { name: 'Spindle Coast News', url: 'https://spindle.example/storm-gerald' },
  },
  {
    slug: 'bathtub-across-spindle-sound',
    when: onDay(1, '16:40'),
    title: 'Åsbjørg Ñuñez-Čížková crosses Spindle Sound in a bathtub, is fined for the duck',
    description: 'Four hours, eleven minutes, one plug.',
    body: `Åsbjørg Ñuñez-Čížková (61), a retired plumber, has become the first person to cross Spindle Sound in a bathtub, and the second to try.

She set out from Lower Quill at six with two ladles, a flask and a rubber duck. On landing she was met by the mayor with flowers, and by Harbour Warden Þorvaldur Lindqvist-Œuvray with a form. Under the harbour by-laws a bathtub is furniture, and needs no licence. The duck was mounted in front, faced forward and was yellow, and is therefore a *navigation mark*.

> She had moved a navigation mark eleven miles without notice. I was very moved myself. But I had brought the form.

Ms Ñuñez-Čížková paid on the spot, in ladles. She goes home by bus, since the return crossing would be against the plug. The by-laws are [open to the public](https://harbour.example/by-laws#ducks), at low tide.`,
    section: 'Elsewhere',
    tagList: ['records', 'ducks'],
    source: { name: 'Spindle Coast News', url: 'https://spindle.example/bathtub' },
  },
  {
    slug: 'house-on-lantern-row',
    when: onDay(1, '11:20'),
    title:
      'House on Lantern Row is sold to a couple who viewed it at low tide; solicitor advises boots, a boat and a very open mind',
    description: 'Three bedrooms, two of them daily.',
    body: `Number 9, Lantern Row, empty since the last owner swam out in spring, has been sold for an undisclosed sum and a rope.

The buyers, who are from inland, saw the house between two and half past two on a Wednesday. They liked the floors. “So very *clean*,” said one of them. “You would think that they were washed every day.” The neighbours at 7 and 11 looked at their shoes.

The survey lists:

- a garden, subject to return;
- original mussels;
- a cellar, “of which we have been told”;
- excellent light, some of it from below.

Completion is set for the spring tide, or shortly before it.`,
    section: 'Property & Tides',
    tagList: ['lantern-row'],
    source: { name: 'The Ambrose Lantern', url: 'https://lantern.example/number-nine' },
  },
  {
    slug: 'clerk-finds-the-minutes',
    when: onDay(1, '07:05'),
    title: 'Clerk finds the minutes, loses the hours',
    description: 'Nineteen boxes of who said what. Nothing on when they stopped.',
    body: `The missing minutes of Lower Quill council, sought since the move to the new chamber, have been found in the old chamber, where the council also was.

They show that the meeting of the ninth of March was never closed. By the standing orders everyone who was present still is. Two of them have since married, one has emigrated, and the member for Cobbler’s Steps has been dead for a year without once being out of order.

The acting deputy clerk advises members to say nothing until she has worked out what they are owed in tea.`,
    section: 'Council',
    tagList: ['lower-quill', 'minutes'],
    source: { name: 'Quill Valley Courier', url: 'https://courier.example/the-hours' },
    byEditor: true,
  },
  {
    slug: 'saffron-harbour-fish-market',
    when: onDay(2, '18:30'),
    title: 'ميناء الزعفران يعيد فتح سوق السمك بعد ثلاثة أيام من الضباب',
    description: 'الصيادون يعثرون على السوق، والسوق لا يعثر على الزبائن.',
    body: `أعاد ميناء الزعفران صباح اليوم فتح سوق السمك، بعد ضباب دام ثلاثة أيام ولم يرَ فيه أحدٌ أحدًا.

وقال شيخ الصيادين إن القوارب عادت كلها سالمة، ومعها قارب زائد لا يعرف أحد صاحبه. وأضاف: «سألناه من أين جاء فلم يجب، فأعطيناه مكانًا في الصف».

وتنصح إدارة السوق الزبائن بما يلي:

- أن يتبعوا الرائحة؛
- أن يسألوا عن السعر قبل أن يسألوا عن السمك؛
- ألا يصافحوا أحدًا حتى يتأكدوا من أنه ليس سمكة.`,
    section: 'Harbour & Coast',
    tagList: ['fog', 'fish'],
    source: { name: 'بريد الميناء', url: 'https://barid.example/souq' },
  },
  {
    slug: 'lighthouse-for-sale-light-not-included',
    when: onDay(2, '09:15'),
    title: 'Lighthouse for sale, light not included',
    description: 'One careful keeper. Views of everything. The lamp is a listed monument and goes to the museum.',
    body: `The decommissioned lighthouse on Spindle Rock has been put up for auction without its lamp, which the county museum will collect in spring.

The agent describes the property as "bright in the daytime".`,
    section: 'Property & Tides',
    tagList: ['lighthouses'],
    source: { name: 'Spindle Coast News', url: 'https://spindle.example/lighthouse-sale' },
    thread: { remarks: lighthouseThread, hours: 24 },
  },
];
