export { SlugRow } from './article/slug.entity.js';
export { ImportedArticleRow } from './import-articles/imported-article.entity.js';
