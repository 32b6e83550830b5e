import * as looked from '#read-models/article-page/read-articles-with-words.js';
import * as thesaurus from '#thesaurus/limits.js';
import { maxThesaurusChanges, maxThesaurusChangesADay } from '../apps/articles/src/thesaurus/thesaurus.decider.js';
import { characters, figure } from './written-figures.js';

/** The house thesaurus. */
export const house = () => ({
  'entries of a thesaurus': figure(thesaurus.maxEntries),
  'a term or inflection': characters(thesaurus.longestTerm),
  'an aside or house name': characters(thesaurus.longestHouseText),
  'inflections of an entry': figure(thesaurus.maxInflections),
  'all terms and inflections together': characters(thesaurus.maxFormCharacters),
  'what the house view adds': `${thesaurus.addedBytesPerByte} bytes a byte of the HTML, and ${figure(thesaurus.addedBytesForAny)}`,
  'changes of the thesaurus': `${figure(maxThesaurusChangesADay)} a day, ${figure(maxThesaurusChanges)} in all`,
  'entries that an article is pinned to': figure(thesaurus.maxPinnedEntries),
  'bytes of their JSON': figure(thesaurus.maxPinnedBytes),
  'newest articles in which an entry is looked for': figure(looked.maxArticlesLookedAt),
  'articles told of those that it meets': figure(looked.maxArticlesWithTerm),
  'characters of HTML looked at in each': figure(looked.maxHtmlLookedAt),
  'a body with a house view': characters(thesaurus.longestHouseBody),
});
