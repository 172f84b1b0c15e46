/** What editors do with titles in one way for some months and in another in the next. */
export interface TitleHabits {
  /** What becomes of the scope of `fix(scope): Rest`: kept in code, kept as it is, or cut with the word before it. */
  readonly scope: 'code' | 'plain' | 'gone';
  /** The configured opening words are cut. */
  readonly dropsWords: boolean;
  /** The configured words are written in place of the author's. */
  readonly replacesWords: boolean;
  /** Macros, `a!`, are set in code. */
  readonly marksMacros: boolean;
  /** Words with capitals inside, `HashMap`, are set in code. */
  readonly marksCamelCase: boolean;
}

/** Of a newsletter whose habits are not known. */
export const usualHabits: TitleHabits = {
  scope: 'code',
  dropsWords: true,
  replacesWords: true,
  marksMacros: true,
  marksCamelCase: false,
};

/** What may be done otherwise, one habit at a time. */
export const otherHabits: readonly (readonly Partial<TitleHabits>[])[] = [
  [{ scope: 'plain' }, { scope: 'gone' }],
  [{ dropsWords: false }],
  [{ replacesWords: false }],
  [{ marksMacros: false }],
  [{ marksCamelCase: true }],
];
