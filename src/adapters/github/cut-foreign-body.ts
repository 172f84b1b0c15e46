/** More than is read of a comment that others wrote. */
const MAX_CHARACTERS = 12_000;

/**
 * A comment with no more of its text than is read: whole if it is our own, whose marker stands at the end. At GitHub's bounds the 2,500
 * comments of one pull request would take all memory.
 */
export function cutForeignBody<Comment extends { readonly viewerDidAuthor: boolean; readonly body: string }>(
  comment: Comment,
): Comment {
  const { body, viewerDidAuthor } = comment;
  if (viewerDidAuthor || body.length <= MAX_CHARACTERS) return comment;
  // A copy: a piece of a text would keep the whole in memory.
  const copy = Buffer.from(body.slice(0, MAX_CHARACTERS), 'utf16le').toString('utf16le');
  return { ...comment, body: copy };
}
