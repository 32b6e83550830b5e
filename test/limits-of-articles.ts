import { maxClosingDays } from '#contracts/articles/closing.js';
import * as looked from '#read-models/article-page/read-articles-with-words.js';
import { maxBioInList, maxDescriptionInList, maxTagsInList } from '#read-models/article-page/article-columns.sql.js';
import { articlesWithTagsTold, maxTagsTold } from '#read-models/article-tag/read-tags.js';
import * as thesaurus from '#thesaurus/limits.js';
import * as often from '../apps/articles/src/article/how-often.rules.js';
import { revisionsAPage } from '../apps/articles/src/list-revisions/read-revisions.js';
import { impactMs } from '../apps/gateway/src/thesaurus/thesaurus-list.js';
import { comparedMs } from '../apps/gateway/src/revisions/difference.js';
import { maxSectionChangesADay, maxSections } from '../apps/articles/src/section/section.decider.js';
import { maxDescriptionsADay } from '../apps/articles/src/site/site.decider.js';
import { maxThesaurusChanges, maxThesaurusChangesADay } from '../apps/articles/src/thesaurus/thesaurus.decider.js';
import { bytes, characters, figure, seconds } from './written-figures.js';

/** Of articles, drafts, sections and the house view. */
export const articles = () => ({
  'tags of an article in a list': figure(maxTagsInList),
  'description of an article in a list': characters(maxDescriptionInList),
  'bio of an author in a list': characters(maxBioInList),
  'articles whose tags `GET /api/tags` tells': figure(articlesWithTagsTold),
  'tags that it tells': figure(maxTagsTold),
  'changes of what the site says of itself': `${figure(maxDescriptionsADay)} a day`,
  "reopenings of an article's comments": `${figure(often.maxReopeningsADay)} a day`,
  "times it is said when an article's comments close": `${figure(often.maxClosingsSetADay)} a day`,
  'days after which comments close': figure(maxClosingDays),
  'saves of a draft': `${figure(often.maxDraftsADay)} a day, ${figure(often.maxDrafts)} in all`,
  'revisions of an article': `${figure(often.maxRevisionsADay)} a day, ${figure(often.maxRevisions)} in all`,
  'submissions and schedules of a draft': `${figure(often.maxDraftStepsADay)} a day, ${figure(often.maxDraftSteps)} in all`,
  'all that a draft has said': bytes(often.maxBytesOfDraft),
  'all that an article has said': bytes(often.maxBytesOfArticle),
  'revisions in one answer': figure(revisionsAPage),
  'time for comparing a field of two revisions': seconds(comparedMs),
  sections: figure(maxSections),
  'changes of a section': `${figure(maxSectionChangesADay)} a day`,
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
  'time for looking at them': seconds(impactMs),
  'characters of HTML looked at in each': figure(looked.maxHtmlLookedAt),
  'a body with a house view': characters(thesaurus.longestHouseBody),
});
