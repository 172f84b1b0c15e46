/**
 * The pattern of a word that may be a prefix. It has no underscore at its ends: else a run of them could be parted between the word and
 * the marks around it in too many ways.
 */
export const PREFIX_WORD = String.raw`[^\W_](?:\w*[^\W_])?`;
