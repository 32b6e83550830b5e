import { articleEvents, draftEvents, favoriteEvents } from '#contracts/articles/article.events.js';
import { personEvents } from '#contracts/people/person.events.js';
import { sectionEvents } from '#contracts/sections/section.events.js';
import { siteEvents } from '#contracts/site/site.events.js';
import { thesaurusEvents } from '#contracts/thesaurus/thesaurus.events.js';
import { addressRangeEvents } from '#contracts/people/sanction.events.js';
import { InMemoryKeyring } from '#keyring/in-memory-keyring.js';
import { handlingSuite } from '#testing/handling.suite.js';
import { ListeningController } from './listening.controller.js';
import { listeningSet } from './listening.set.js';

handlingSuite(listeningSet(new InMemoryKeyring()), ListeningController, {
  ...articleEvents,
  ...draftEvents,
  ...favoriteEvents,
  ...sectionEvents,
  ...siteEvents,
  ...thesaurusEvents,
  ...personEvents,
  ...addressRangeEvents,
});
