export { FoldedStreamRow } from './folded-stream.entity.js';
export { KnownArticleRow } from './known-article.entity.js';
export { KnownSectionRow } from './known-section.entity.js';
export { KnownSiteRow } from './known-site.entity.js';
