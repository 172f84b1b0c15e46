/** What becomes of one comment with commands, as data: `adapters/github` carries it out. */
export interface Answer {
  /** GraphQL node id of the comment. */
  readonly commentId: string;
  /** undefined where there is nothing to say, or where it is said already. */
  readonly reply: Reply | undefined;
  /** One or both: what was carried out, and what was refused or not understood. */
  readonly reactions: readonly AnswerReaction[];
}

/** 👍 is also what keeps an `ignore` in force. */
export type AnswerReaction = '+1' | 'confused';

export type Reply =
  | { readonly kind: 'conversation'; readonly body: string }
  | { readonly kind: 'thread'; readonly threadId: string; readonly body: string }
  /** A comment on lines of the diff; where GitHub takes none there, `otherwise` goes into the conversation. */
  | {
      readonly kind: 'lines';
      readonly path: string;
      /** undefined for one line. */
      readonly startLine: number | undefined;
      readonly line: number;
      readonly body: string;
      readonly otherwise: string;
    };
