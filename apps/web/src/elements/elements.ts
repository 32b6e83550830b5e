import { CommentForm } from './comment-form.js';
import { FrontNews } from './front-news.js';
import { LiveNews } from './live-news.js';
import { MarkupToolbar } from './markup-toolbar.js';
import { showPictures } from './show-picture.js';
import { ThemeChoice } from './theme-choice.js';
import { ThreadView } from './thread-view.js';

// What reader pages do beyond documents. Each page works without it.
customElements.define('theme-choice', ThemeChoice);
customElements.define('front-news', FrontNews);
customElements.define('comment-form', CommentForm);
customElements.define('thread-view', ThreadView);
customElements.define('live-news', LiveNews);
customElements.define('markup-toolbar', MarkupToolbar);
showPictures();
