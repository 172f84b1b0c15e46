import { z } from 'zod';
import type { Archive } from '../archive/index-issues.ts';
import type { SectionModel } from '../classifier/section-model.ts';
import type { ProposedConfig } from '../config/propose-config.ts';
import type { Config } from '../config/schema.ts';
import type { Severity, TextEdit } from '../findings/finding.ts';
import type { OpenDraft } from '../newsletter/open-draft.ts';
import type { OtherPull } from '../newsletter/other-pull.ts';
import type { PlacedItem, Submission, SubmittedFile } from '../newsletter/submission.ts';
import type { Unreadable } from '../newsletter/unreadable.ts';
import type { PageKnowledge } from '../pages/page-facts.ts';
import type { Day, RepositoryPath } from '../shared/brand.ts';
import type { Place } from '../shared/place.ts';

/** What only some sources of a review know; a rule that needs it says nothing where it is missing, and the report says so. */
export type Need = 'permission' | 'drafts' | 'other-pulls' | 'archive' | 'pages';

/** Everything a rule may look at. Rules are synchronous and deterministic: facts in, problems out. */
export interface RuleContext {
  readonly submission: Submission;
  readonly unreadable: readonly Unreadable[];
  /** The configuration in force. */
  readonly config: Config;
  /** What the pull request makes of the configuration file; undefined where it leaves it alone. */
  readonly proposedConfig: ProposedConfig | undefined;
  /** Who opened the pull request. */
  readonly author: { readonly login: string; readonly permission: 'read' | 'write' | 'unknown' };
  /** The day the pull request was opened: decides which policy applies. */
  readonly openedOn: Day;
  /** The drafts that are open on the default branch now, oldest first; undefined where nobody could tell. */
  readonly openDrafts: readonly OpenDraft[] | undefined;
  /** What others, and the author elsewhere, submitted to the open drafts; undefined where nobody could tell. */
  readonly otherPulls: readonly OtherPull[] | undefined;
  /** There are more than `otherPulls` names, and nobody could tell what they add. */
  readonly hasUnreadPulls?: boolean;
  /** What the published issues hold; undefined where nobody could tell. */
  readonly archive: Archive | undefined;
  /** What they teach about where links belong; undefined where that is too little, or nobody could tell. */
  readonly sectionModel: SectionModel | undefined;
  /** What is known of the pages behind links; undefined where nobody looks at any. */
  readonly pages?: PageKnowledge | undefined;
  /** Drafts are judged as if they were about to be published. */
  readonly isPublishing: boolean;
}

/** What a rule returns; `runRules` adds rule and severity and makes findings of it. */
export interface Problem {
  readonly path: RepositoryPath;
  readonly place: Place;
  readonly message: string;
  readonly quotes?: readonly string[];
  readonly edits?: readonly TextEdit[];
  readonly subject: string;
  /** Only where a rule's catalogue entry names two severities. */
  readonly severity?: Severity;
  readonly settles?: readonly Place[];
}

interface RuleHead {
  /** kebab-case, the name of its file, doc page and test. */
  readonly id: string;
  readonly severity: Severity;
  /** One line for tables: what it finds. */
  readonly summary: string;
  readonly needs: readonly Need[];
  /** Its edits carry whole lines elsewhere, so they wait until nothing else is to be edited in these lines. */
  readonly movesLines?: boolean;
  /** What it finds has to come out, whatever else is wrong with it. */
  readonly takesOut?: boolean;
}

/** A rule as its file writes it. */
export interface RuleDefinition<Options> extends RuleHead {
  /** What the configuration may set: a strict object whose every key has a default and a description. */
  readonly options: z.ZodType<Options>;
  readonly check: (context: RuleContext, options: Options) => readonly Problem[];
}

/** A rule as it runs: its options come from the configuration, which checked them when it was loaded. */
export interface Rule extends RuleHead {
  readonly options: z.ZodType;
  readonly check: (context: RuleContext, options: Readonly<Record<string, unknown>>) => readonly Problem[];
}

/** For a rule that has nothing to set. */
export const noOptions = z.strictObject({});

/** An item that the author of the pull request answers for (added or changed), with its file. */
export interface JudgedItem extends PlacedItem {
  readonly file: SubmittedFile;
}

/** Declares a rule; the one place to look up what a rule consists of. */
export function defineRule<Options>(definition: RuleDefinition<Options>): Rule {
  const { options, check, ...head } = definition;
  return { ...head, options, check: (context, given) => check(context, options.parse(given)) };
}
