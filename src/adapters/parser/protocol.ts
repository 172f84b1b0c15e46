import type { ArchiveSettings, PublishedIssue } from '../../archive/archived-link.ts';
import type { ChangedFile, DraftText, ReadSubmission } from '../../newsletter/changed-file.ts';
import type { FilledIds } from '../../newsletter/find-filled.ts';
import type { Outline } from '../../newsletter/issue.ts';
import type { OpenDraft } from '../../newsletter/open-draft.ts';
import type { SectionText } from '../../newsletter/section-text.ts';

/** What the parser's worker is asked; one request at a time. */
export type ParserRequest =
  | { readonly kind: 'submission'; readonly files: readonly ChangedFile[]; readonly outline: Outline }
  | { readonly kind: 'drafts'; readonly drafts: readonly DraftText[]; readonly outline: Outline }
  | {
      readonly kind: 'filled';
      readonly draft: DraftText;
      readonly sections: readonly SectionText[];
      readonly outline: Outline;
    }
  | { readonly kind: 'archive'; readonly files: readonly DraftText[]; readonly settings: ArchiveSettings };

/** What the worker answers. `ready` comes once, when its code is loaded. */
export type ParserReply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'submission'; readonly read: ReadSubmission }
  | { readonly kind: 'drafts'; readonly drafts: readonly OpenDraft[] }
  | { readonly kind: 'filled'; readonly ids: FilledIds }
  | { readonly kind: 'archive'; readonly issues: readonly PublishedIssue[] };
