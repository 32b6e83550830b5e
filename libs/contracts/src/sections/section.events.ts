import { z } from 'zod';
import { ToldClosesAfter } from '../articles/closing.js';
import { eventData } from '../event-data.js';

const section = {
  sectionId: z.uuid(),
  slug: z.string(),
  name: z.string(),
  description: z.string().describe('may be empty'),
  position: z.int().describe('in the list: the least first'),
  isOpen: z.boolean().describe('whether articles are filed in it'),
  commentsCloseAfterDays: ToldClosesAfter.optional().describe(
    'after publication of its articles; null: as the site says',
  ),
};

const example = {
  ...{ sectionId: '0190a3c2-8b11-7d52-8a44-0c1d2e3f4071', slug: 'harbour', name: 'Harbour' },
  ...{ description: 'Ships, bridges, tides.', position: 10, isOpen: true },
  actor: { kind: 'person', id: '0190a3c2-7a4e-7c1b-9f0a-3d5e6f708192' },
};

export const sectionEvents = {
  SectionOpened: eventData(section, 'There is a new section; the first event of its stream.', example),
  SectionChanged: eventData(
    section,
    'A section is called, ordered, open or closes comments so from now on; all of it.',
    {
      ...example,
      isOpen: false,
    },
  ),
};
