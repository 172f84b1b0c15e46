import { type Archive, indexIssues } from '../../src/archive/index-issues.ts';
import type { SectionModel } from '../../src/classifier/section-model.ts';
import { CONFIG_PATH } from '../../src/config/config-problem.ts';
import { defaultConfig } from '../../src/config/defaults.ts';
import { getFileRole } from '../../src/config/file-role.ts';
import { proposeConfig, type ProposedConfig } from '../../src/config/propose-config.ts';
import type { Config } from '../../src/config/schema.ts';
import { fillMessage } from '../../src/findings/fill-message.ts';
import type { Finding } from '../../src/findings/finding.ts';
import type { OpenDraft } from '../../src/newsletter/open-draft.ts';
import type { OtherPull } from '../../src/newsletter/other-pull.ts';
import { readDrafts } from '../../src/newsletter/read-drafts.ts';
import type { PageKnowledge } from '../../src/pages/page-facts.ts';
import { readSubmission } from '../../src/newsletter/read-submission.ts';
import type { Rule } from '../../src/rules/define-rule.ts';
import { ruleOptions } from '../../src/rules/rule-options.ts';
import { runRules, type Verdict } from '../../src/rules/run-rules.ts';
import { toDay, toRepositoryPath } from '../../src/shared/brand.ts';
import { applyEdits } from './apply-edits.ts';

/** The open draft of the newsletter that rules are tested on. */
export const draftPath = 'draft/2026-03-04-this-week-in-rust.md';

export interface PushedFile {
  /** The open draft unless said otherwise. */
  readonly path?: string;
  readonly previousPath?: string;
  readonly base?: string;
  readonly head?: string;
}

export interface Push {
  readonly files: readonly PushedFile[];
  readonly permission?: 'read' | 'write' | 'unknown';
  readonly openedOn?: string;
  /** Paths of open drafts; all have the sections of `writeDraft`. */
  readonly openDrafts?: readonly string[] | 'unknown';
  readonly login?: string;
  readonly otherPulls?: readonly OtherPull[] | 'unknown';
  readonly archive?: Archive | 'unknown';
  readonly sectionModel?: SectionModel | undefined;
  readonly isPublishing?: boolean;
  readonly pages?: PageKnowledge;
  readonly config?: Config;
}

/** A small draft: `{ 'Observations/Thoughts': ['* [a](https://…)'] }` puts lines below headings. */
export function writeDraft(lines: Readonly<Record<string, readonly string[]>> = {}): string {
  const sections = ['Official', 'Project/Tooling Updates', 'Observations/Thoughts', 'Rust Walkthroughs'];
  return [
    'Title: This Week in Rust 641\nNumber: 641\nDate: 2026-03-04\n',
    '## Updates from Rust Community\n',
    ...sections.map((name) => [`### ${name}`, ...(lines[name] ?? []), ''].join('\n')),
    '## Upcoming Events\n',
    ['### Virtual', ...(lines['Virtual'] ?? []), ''].join('\n'),
    ['## Jobs', ...(lines['Jobs'] ?? []), ''].join('\n'),
  ].join('\n');
}

/** Reviews a push with all rules, or with the given ones. */
export function reviewPush(push: Push, rules?: readonly Rule[]): Verdict {
  const { config = defaultConfig, permission = 'read', openedOn = '2026-02-27' } = push;
  const read = readSubmission(
    push.files.filter(({ path }) => path !== CONFIG_PATH).map((file) => toChangedFile(file, config)),
    config,
  );
  const day = toDay(openedOn);
  if (day === undefined) throw new Error(`no day: ${openedOn}`);
  return runRules(
    {
      ...read,
      config,
      proposedConfig: propose(push, config),
      author: { login: push.login ?? 'ferris', permission },
      openedOn: day,
      openDrafts: listDrafts(push, config),
      otherPulls: push.otherPulls === 'unknown' ? undefined : (push.otherPulls ?? []),
      archive: push.archive === 'unknown' ? undefined : (push.archive ?? indexIssues([])),
      sectionModel: push.sectionModel,
      isPublishing: push.isPublishing ?? false,
      pages: push.pages,
    },
    rules,
  );
}

function propose({ files }: Push, inForce: Config): ProposedConfig | undefined {
  const file = files.find(({ path }) => path === CONFIG_PATH);
  if (file === undefined) return undefined;
  const proposed = { kind: 'text' as const, text: file.head };
  return proposeConfig({ path: toRepositoryPath(CONFIG_PATH), proposed, inForce }, ruleOptions);
}

function toChangedFile(file: PushedFile, config: Config) {
  const { path = draftPath, previousPath, base, head } = file;
  const role = getFileRole(config, path);
  if (role === undefined) throw new Error(`no newsletter file: ${path}`);
  return {
    path: toRepositoryPath(path),
    previousPath: previousPath === undefined ? undefined : toRepositoryPath(previousPath),
    role,
    previousRole: previousPath === undefined ? undefined : getFileRole(config, previousPath),
    base,
    head,
    patch: undefined,
  };
}

function listDrafts({ openDrafts = [draftPath] }: Push, config: Config): readonly OpenDraft[] | undefined {
  if (openDrafts === 'unknown') return undefined;
  const texts = openDrafts.map((path) => ({ path: toRepositoryPath(path), text: writeDraft() }));
  return readDrafts(texts, config);
}

/** Adds lines to a section of the open draft and tells what comes of it, for all rules or the given ones. */
export function reviewLines(
  lines: readonly string[],
  section = 'Observations/Thoughts',
  rules?: readonly Rule[],
): string {
  const head = writeDraft({ [section]: lines });
  const { findings } = reviewPush({ files: [{ base: writeDraft(), head }] }, rules);
  return tellReview(head, findings);
}

/** What the author reads: each finding, and the lines that all suggestions together make of theirs. */
export function tellReview(head: string, findings: readonly Finding[]): string {
  if (findings.length === 0) return 'nothing to say';
  const told = findings.map((finding) => `${finding.severity} ${finding.rule}: ${tellMessage(finding)}`);
  const edits = findings.flatMap((finding) => finding.edits);
  return [...told, ...tellEdits(head, applyEdits(head, edits))].join('\n');
}

/** The message with its quotes, as plain text. */
export function tellMessage(finding: Finding): string {
  return fillMessage(finding, (quote) => `‹${quote}›`);
}

function tellEdits(before: string, after: string): readonly string[] {
  const old = before.split('\n');
  const now = after.split('\n');
  if (before === after) return [];
  const start = old.findIndex((line, index) => line !== now[index]);
  const sameAtEnd = [...old].reverse().findIndex((line, index) => line !== now.at(-1 - index));
  return [
    ...old.slice(start, old.length - sameAtEnd).map((line) => `- ${line}`),
    ...now.slice(start, now.length - sameAtEnd).map((line) => `+ ${line}`),
  ];
}
