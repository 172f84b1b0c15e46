import type { AnnotationState, CheckState, PullState } from '../state.ts';
import { html, type Html } from './html.ts';
import { renderMarkdown } from './render-markdown.ts';
import { renderName } from './render-person.ts';
import { count, renderMark } from './render-state.ts';

/** The check runs of the newest commit with all they say. */
export function renderChecks(pull: PullState): Html {
  if (pull.checks.length === 0) return html`<p class="empty">No check has run on this commit.</p>`;
  return html`<div class="checks">${pull.checks.map((check) => renderCheck(check))}</div>`;
}

/** A check in one line, as it stands at the end of the conversation. */
export function renderCheckBox(check: CheckState): Html {
  return html`<div class="box check-box">
    ${renderMark(getConclusion(check))} <strong>${check.name}</strong> <span>${check.title ?? check.status}</span>
  </div>`;
}

function renderCheck(check: CheckState): Html {
  return html`<section class="box check">
    <h2 class="head">
      ${renderMark(getConclusion(check))} ${check.name}: ${check.title ?? check.status}
      <span class="label">by ${renderName(check.by)}</span>
    </h2>
    <div class="markdown">${renderMarkdown(check.summary ?? '')}${check.text && renderMarkdown(check.text)}</div>
    ${check.annotations.length > 0 && renderAnnotations(check.annotations)} ${renderActions(check)}
  </section>`;
}

function renderAnnotations(annotations: readonly AnnotationState[]): Html {
  return html`<h3 class="head">${count(annotations.length, 'annotation')}</h3>
    <ul class="annotations">
      ${annotations.map(renderAnnotation)}
    </ul>`;
}

function renderAnnotation(annotation: AnnotationState): Html {
  const { startLine, endLine } = annotation;
  const lines = startLine === endLine ? `${startLine}` : `${startLine}–${endLine}`;
  return html`<li class="annotation ${annotation.level}">
    <code class="path">${annotation.path}:${lines}</code> <span class="label">${annotation.level}</span>
    ${annotation.title !== undefined && html`<strong>${annotation.title}</strong>`}
    <p class="plain">${annotation.message}</p>
  </li>`;
}

function renderActions(check: CheckState): Html | undefined {
  if (check.actions.length === 0) return undefined;
  const labels = check.actions.map((action) => html`<li title="${action.description}">${action.label}</li>`);
  return html`<ul class="actions" aria-label="Buttons of this check">
    ${labels}
  </ul>`;
}

function getConclusion(check: CheckState): string | undefined {
  return check.status === 'completed' ? check.conclusion : undefined;
}
