/** Each comment with its newest text, as a table is named: `FROM ${currentComments} AS comment`. */
export const currentComments = '(read_v1.comment_state JOIN read_v1.comment_text USING (comment_id, version))';
