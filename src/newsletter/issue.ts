import type { Day, RepositoryPath } from '../shared/brand.ts';
import type { Place, PlacedText } from '../shared/place.ts';

/** Which sections a newsletter has; the configuration supplies it. Names are compared without case, markup and links. */
export interface Outline {
  /** The newsletter's sections in their order. */
  readonly sections: readonly SectionDefinition[];
  /** By region, how the items are written that contributors add there. */
  readonly grammars: Readonly<Record<string, string>>;
}

export interface SectionDefinition {
  /** Today's name, as shown to people: `Project/Tooling Updates`. */
  readonly name: string;
  /** Which part of the issue it belongs to: `community`, `events`, `cfp-project`, `cfp-event`, `updates`, … */
  readonly region: string;
  /** Other headings it had or has; exact texts, compared like names. */
  readonly aliases?: readonly string[] | undefined;
  /** Name of the section under which it must stand, where the same heading occurs in several places. */
  readonly under?: string | undefined;
}

/** One numbered edition, parsed. Plain data: it crosses a worker boundary. */
export interface Issue {
  readonly path: RepositoryPath;
  readonly text: string;
  readonly header: IssueHeader;
  /** All headings in order, the text before the first heading as a section of depth 0 and heading ''. */
  readonly sections: readonly Section[];
  /** HTML comments; nothing inside them is an item. */
  readonly comments: readonly Place[];
}

/** The block at the top that readers do not see. */
export interface IssueHeader {
  readonly title: string | undefined;
  readonly number: number | undefined;
  /** What it says, else the day that the file is named by. */
  readonly date: Day | undefined;
  /** The last line of the block, 0 if there is none. */
  readonly endLine: number;
}

/** A heading and what stands under it up to the next heading of any depth. */
export interface Section {
  /** Today's name from the outline, or the heading's own text where the outline does not know it. */
  readonly name: string;
  /** The heading's text as written, without markup. */
  readonly heading: string;
  /** From the outline, inherited by headings below a known one; `other` where nothing is known. */
  readonly region: string;
  /** Whether the outline names it (not merely inherited). */
  readonly isKnown: boolean;
  /** 1 to 6, 0 for the text before the first heading. */
  readonly depth: number;
  /** The heading's line (1 for depth 0). */
  readonly line: number;
  /** The last line that belongs to the section; before `line` where nothing stands above the first heading. */
  readonly endLine: number;
  readonly items: readonly Item[];
}

/**
 * One top-level list item of a section, as editors think: a line that holds a link where items stand is an item also if
 * its bullet is missing, wrong or indented, be it so far that Markdown takes it for code. Never inside an HTML comment or
 * a fenced code block.
 */
export interface Item {
  /** From the first character of the first line (its indentation included) to the end of the last line, children included. */
  readonly place: Place;
  /** The source text of `place`. */
  readonly raw: string;
  /** `*`, `-`, `+`, `1.`, or '' where there is none. */
  readonly bullet: string;
  /** Width of the white space before the bullet or text, in characters. */
  readonly indent: number;
  /** What stands between indentation and text: bullet and blanks; empty span where there is no bullet. */
  readonly bulletPlace: Place;
  readonly entry: Entry;
  /** Indented list items below it (events name the meetings of a group there). */
  readonly children: readonly Item[];
}

/** What an item says. All places are absolute in the file. */
export interface Entry {
  /** The item's own text without bullet, children and trailing blanks. */
  readonly content: PlacedText;
  /** Bracketed words before the first link: `[video]`, `[ZH]`; `[ZH|EN]` is one. Text without brackets. */
  readonly prefixes: readonly PlacedText[];
  /** Text before the first link that is no prefix, trimmed; empty text if there is none. */
  readonly before: PlacedText;
  /** Every link, well-formed or not, in order. */
  readonly links: readonly Link[];
  /** Text after the last link, trimmed; empty text if there is none. */
  readonly after: PlacedText;
}

/** An inline link as its author meant it. */
export interface Link {
  readonly place: Place;
  /** What stands between the brackets, as written. */
  readonly title: PlacedText;
  /** What stands between the parentheses, as written, without a link title and without angle brackets. */
  readonly url: PlacedText;
  /** `"…"` after the URL, if there is one. */
  readonly hover: string | undefined;
  /** What keeps Markdown from seeing this link as meant; undefined for a well-formed one. */
  readonly defect: LinkDefect | undefined;
}

/** Each is repaired by `link-syntax` where there is exactly one repair. */
export type LinkDefect =
  | 'unclosed-bracket'
  | 'unclosed-parenthesis'
  | 'blank-before-parenthesis'
  | 'stray-parenthesis'
  | 'doubled-parenthesis'
  | 'nested-link'
  | 'blank-in-url'
  | 'empty-title'
  | 'empty-url'
  | 'bare-url';
