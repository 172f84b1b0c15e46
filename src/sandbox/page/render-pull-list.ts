import type { PullState, RepositoryState, SandboxState } from '../state.ts';
import { html, type Html } from './html.ts';
import { renderDocument } from './layout.ts';
import { renderAvatar, renderTime } from './render-person.ts';
import { count, getWorstConclusion, renderMark, renderStateBadge } from './render-state.ts';

/** The page with all pull requests of all repositories, newest first. */
export function renderPullList(state: SandboxState): string {
  const repositories = state.repositories.map(renderRepository);
  const nothing = html`<p class="empty">No repository yet.</p>`;
  const missing = state.unimplemented.length > 0 && renderUnimplemented(state.unimplemented);
  return renderDocument('Pull requests', html`${repositories.length === 0 ? nothing : repositories}${missing}`);
}

function renderRepository(repository: RepositoryState): Html {
  const name = `${repository.owner}/${repository.name}`;
  const pulls = repository.pulls.toReversed().map((pull) => renderRow(name, pull));
  return html`<section class="repository">
    <h1>
      <span class="owner">${repository.owner} /</span> ${repository.name}
      <span class="label">${count(pulls.length, 'pull request')}</span>
    </h1>
    ${
      pulls.length === 0
        ? html`<p class="empty">No pull request yet.</p>`
        : html`<ol class="box pulls" reversed>
            ${pulls}
          </ol>`
    }
  </section>`;
}

function renderRow(repository: string, pull: PullState): Html {
  const link = `/${repository}/pull/${pull.number}`;
  const words = pull.timeline.filter((entry) => entry.kind === 'comment').length + pull.threads.length;
  return html`<li>
    ${renderAvatar(pull.author)}
    <div class="row">
      <a class="pull-title" href="${link}">${pull.title}</a>
      ${pull.checks.length > 0 && renderMark(getWorstConclusion(pull.checks))}
      <div class="meta">
        ${renderStateBadge(pull)} #${pull.number} by ${pull.author.login}, ${renderTime(pull.createdAt)}
        ${words > 0 && html` · ${count(words, 'comment')}`}
      </div>
    </div>
  </li>`;
}

function renderUnimplemented(operations: readonly string[]): Html {
  return html`<section class="notice">
    <h2>Asked for and not known here</h2>
    <ul>
      ${operations.map((operation) => html`<li><code>${operation}</code></li>`)}
    </ul>
  </section>`;
}
