import type { Caller } from '#identity/caller.js';
import type { Article } from './article.decider.js';
import { isEditor } from '#policy/is-editor.js';
import { requireTheirArticle } from './who-publishes.rules.js';

/** The check of a command on a published article, made before its caller is told what others have changed. */
export const checkTheirs =
  (caller: Caller) =>
  (article: Article): void => {
    if (article.kind !== 'published') return;
    requireTheirArticle({ personId: caller.personId, isEditor: isEditor(caller) }, article);
  };
