/** An export's names of imported fields. */
export const articleFields = new Map([
  ['externalId', 'wp:post_id'],
  ['formerExternalId', 'wp:post_id'],
  ['slug', 'wp:post_name'],
  ['description', 'excerpt:encoded'],
  ['body', 'content:encoded'],
  ['tagList', 'category'],
  ['author', 'dc:creator'],
]);

export const commentFields = new Map([
  ['externalId', 'wp:comment_id'],
  ['parentExternalId', 'wp:comment_parent'],
  ['name', 'wp:comment_author'],
  ['email', 'wp:comment_author_email'],
  ['website', 'wp:comment_author_url'],
  ['address', 'wp:comment_author_IP'],
  ['body', 'wp:comment_content'],
]);
