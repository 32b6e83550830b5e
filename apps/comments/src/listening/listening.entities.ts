export { EditWindowRow } from './edit-window.entity.js';
export { KnownArticleRow } from './known-article.entity.js';
