import type { Finding, Severity } from '../findings/finding.ts';
import { toInertPlain, toInertSpan } from '../wording/inert-text.ts';
import { cutTo, joinWithin, MAX_CHECK_TEXT, MAX_REPORTED, MAX_TITLE } from '../wording/limits.ts';
import type { IgnoredFinding } from './apply-ignores.ts';
import { renderLost, renderMistake, renderProposed } from './render-configuration.ts';
import { countInWords, renderPlacedFinding, renderPlainMessage } from './render-finding.ts';
import { renderClosing } from './render-next.ts';
import { renderPageProgress } from './render-page-progress.ts';
import { renderSubmission } from './render-submission.ts';
import type { PageProgress, ReviewedConfiguration, ReviewInput, UncheckedRule } from './review-input.ts';
import type { Annotation, CheckContent } from './review-plan.ts';

const LEVELS: Readonly<Record<Severity, Annotation['level']>> = {
  error: 'failure',
  warning: 'warning',
  hint: 'notice',
};

const NEEDS: Readonly<Record<Exclude<UncheckedRule['need'], 'pages'>, string>> = {
  permission: 'GitHub did not say whether the author may write to this repository',
  drafts: 'the open drafts could not be read',
  'other-pulls': 'the other pull requests could not be read',
  archive: 'the published issues could not be read, or not yet',
};

/** The check run of a head commit: conclusion, the full report, an annotation for each finding. */
export function renderCheck(input: ReviewInput): CheckContent {
  const { findings, files, configuration } = input;
  if (files.length === 0 && findings.length === 0) return renderOutside(configuration);
  return {
    conclusion: conclude(findings),
    title: findings.length === 0 ? 'Nothing to correct' : countInWords(findings),
    summary: renderReport(input),
    annotations: findings.slice(0, MAX_REPORTED).map(toAnnotation),
  };
}

/** For a pull request that touches no issue. */
function renderOutside({ mistake, proposed, lost }: ReviewedConfiguration): CheckContent {
  const valid = renderProposed(proposed);
  const summary = valid === '' ? 'This pull request changes no file of the newsletter.' : valid;
  return {
    conclusion: 'success',
    title: valid === '' ? 'Nothing to review' : 'The configuration is valid',
    summary: [summary, renderLost(lost), renderMistake(mistake)].filter((part) => part !== '').join('\n\n'),
    annotations: [],
  };
}

function conclude(findings: readonly Finding[]): CheckContent['conclusion'] {
  if (findings.some(({ severity }) => severity === 'error')) return 'failure';
  return findings.some(({ severity }) => severity === 'warning') ? 'neutral' : 'success';
}

/** Findings first; shares of the size limit, so that many of one thing never push out the other. */
function renderReport(input: ReviewInput): string {
  const { submission, openDrafts, notChecked, findings, settings, configuration } = input;
  const tellMore = (left: number): string => `- … and ${left} more`;
  const found = findings.slice(0, MAX_REPORTED).map((finding) => renderPlacedFinding(finding, settings.rulePages));
  const list = joinWithin(found, MAX_CHECK_TEXT * 0.5, tellMore, findings.length - found.length);
  const does = joinWithin(renderSubmission(submission, input.places), MAX_CHECK_TEXT * 0.2, tellMore);
  const welcome = input.isFirstContribution && findings.length === 0 ? (settings.welcome ?? '') : '';
  const parts = [
    welcome,
    findings.length === 0 ? 'Nothing to correct: thank you!' : `### Findings\n\n${list}`,
    renderIgnored(input.ignored, settings.rulePages),
    does && `### What this pull request does\n\n${does}`,
    // The configuration alone needs none of it.
    renderNotChecked(input.files.length === 0 ? [] : notChecked, input.pages),
    renderProposed(configuration.proposed),
    renderMistake(configuration.mistake),
    renderClosing(submission, openDrafts),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function renderIgnored(ignored: readonly IgnoredFinding[], rulePages: string): string {
  if (ignored.length === 0) return '';
  const lines = ignored.slice(0, MAX_REPORTED).map(({ finding, ignore: { login, reason } }) => {
    const why = reason === undefined ? '' : `: ${toInertSpan(reason)}`;
    return `${renderPlacedFinding(finding, rulePages)} Ignored by ${toInertSpan(login)}${why}`;
  });
  const tellMore = (left: number): string => `- … and ${left} more`;
  const list = joinWithin(lines, MAX_CHECK_TEXT * 0.15, tellMore, ignored.length - lines.length);
  return `### Ignored\n\n${list}`;
}

function renderNotChecked(notChecked: readonly UncheckedRule[], pages: PageProgress | undefined): string {
  const lines = [
    // Many rules look at pages, for a part of what they find: what they lack is told in links.
    ...notChecked.flatMap(({ rule, need }) => (need === 'pages' ? [] : [`- ${rule}: ${NEEDS[need]}`])),
    ...renderPageProgress(pages).map((sentence) => `- ${sentence}`),
  ];
  return lines.length === 0 ? '' : ['### Not checked in full', '', ...lines].join('\n');
}

function toAnnotation(finding: Finding): Annotation {
  return {
    path: finding.path,
    startLine: finding.place.startLine,
    endLine: finding.place.endLine,
    level: LEVELS[finding.severity],
    title: cutTo(toInertPlain(`${finding.rule} (${finding.severity})`), MAX_TITLE),
    message: renderPlainMessage(finding),
  };
}
