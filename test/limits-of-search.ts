import { filledAtOnce } from '#read-models/search-document/fill-search-documents.js';
import { longestSearchedHtml } from '#read-models/search-document/load-search-documents.js';
import * as found from '#read-models/search-document/read-found-texts.js';
import { maxGuestsSearched } from '#read-models/search-document/read-search-filters.js';
import { maxMatchesOfSection, maxMatchesRanked } from '#read-models/search-document/read-search-matches.js';
import * as suggestions from '#read-models/search-document/read-title-suggestions.js';
import { longestSearchedText, longestSearchedWord } from '#read-models/search-document/words-of.js';
import { searchesAtOnce, searchStatementMs } from '../apps/gateway/src/read-database/search-limits.js';
import { excerptLength } from '../apps/gateway/src/search/excerpt.js';
import { longestSearch, maxResults } from '../apps/gateway/src/search/wanted-search.js';
import { characters, figure, seconds } from './written-figures.js';

export const search = () => ({
  'what is searched for': characters(longestSearch),
  'results in one answer': figure(maxResults),
  'newest matches that are ranked': figure(maxMatchesRanked),
  'newest matches looked at for those of a section': figure(maxMatchesOfSection),
  'guests of an author looked for with them': figure(maxGuestsSearched),
  'a text that is found by its words': characters(longestSearchedText),
  'its HTML': characters(longestSearchedHtml),
  'a word that is found': characters(longestSearchedWord),
  'an excerpt of a result, about': characters(excerptLength),
  'HTML of a result that is read for it': characters(found.maxHtmlOfFound),
  'words of a result that are marked': figure(found.maxWordsMarked),
  'titles suggested': `${figure(suggestions.maxSuggestions)}, of ${figure(suggestions.maxTitlesCompared)} that are alike`,
  'searches of a gateway at once': figure(searchesAtOnce),
  'time for a statement of a search': seconds(searchStatementMs),
  'texts compared at once when the search is filled': figure(filledAtOnce.texts),
  'bytes of HTML of which it makes documents at once': figure(filledAtOnce.bytes),
});
