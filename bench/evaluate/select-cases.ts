import type { Pull, SubmittedLink } from './read-pulls.ts';

/** A line that a contributor pushed, and the line that was published for it. */
export interface Case {
  readonly pull: Pull;
  readonly pushed: string;
  readonly published: string;
  /** Where the first push has it; undefined where only a later push does. */
  readonly file: string | undefined;
  readonly pushedSection: string | undefined;
  readonly publishedSection: string | undefined;
}

/** The cases that reviews are measured by: links by contributors that have a published line. */
export function selectCases(pull: Pull): readonly Case[] {
  if (pull.editor || !['single-link', 'multi-link'].includes(pull.kind)) return [];
  return pull.links.flatMap((link) => toCase(pull, link));
}

function toCase(pull: Pull, link: SubmittedLink): readonly Case[] {
  const pushed = link.first?.raw ?? link.raw_submitted;
  if (link.outcome === 'removed' || !link.raw_final || pushed === null) return [];
  return [
    {
      pull,
      pushed,
      published: link.raw_final,
      file: link.first?.file ?? undefined,
      pushedSection: link.first?.section ?? link.section_submitted ?? undefined,
      publishedSection: link.section_final ?? undefined,
    },
  ];
}
