export { SlugRow } from './article/slug.entity.js';
export { ScheduledArticleRow } from './draft/scheduled-article.entity.js';
export { SectionSlugRow } from './section/section-slug.entity.js';
export { SiteRulesRow } from './site/site-rules.entity.js';
export { ImportedArticleRow } from './import-articles/imported-article.entity.js';
