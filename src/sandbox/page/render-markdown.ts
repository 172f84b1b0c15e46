import { micromark, type Options } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { escapeHtml, html, Html } from './html.ts';

/** Above this, Markdown may take minutes to parse: a page to look at shows it as it was written. */
const LONGEST_BODY = 70_000;
const LONGEST_LINE = 5_000;

/**
 * Anybody's Markdown as HTML that runs nothing and loads nothing: HTML in it is shown as text (comments are left out, as
 * on GitHub), links go to http, https and mailto only, and an image is named instead of loaded.
 * @param replaced the lines that a suggestion block in it replaces; without it, such a block is a code block
 */
export function renderMarkdown(body: string, replaced?: readonly string[]): Html {
  if (body.length > LONGEST_BODY || body.split('\n').some((line) => line.length > LONGEST_LINE)) {
    return html`<pre class="as-written">${body}</pre>`;
  }
  const rendered = micromark(body, { extensions: [gfm()], htmlExtensions: [gfmHtml(), foreignHtml] });
  const named = nameImages(rendered);
  return new Html(replaced === undefined ? named : showSuggestions(named, replaced));
}

type HtmlExtension = NonNullable<Options['htmlExtensions']>[number];
type Handle = NonNullable<NonNullable<HtmlExtension['exit']>['htmlFlow']>;

const setAside: Handle = function () {
  this.buffer();
};

const writeAsText: Handle = function (token) {
  this.resume();
  const shown = this.sliceSerialize(token).replace(/<!--[\s\S]*?(?:-->|$)/g, '');
  if (shown.trim() === '') return;
  const element = token.type === 'htmlFlow' ? 'p' : 'span';
  this.tag(`<${element}>`);
  this.raw(escapeHtml(shown));
  this.tag(`</${element}>`);
};

const foreignHtml: HtmlExtension = {
  enter: { htmlFlow: setAside, htmlText: setAside },
  exit: { htmlFlow: writeAsText, htmlText: writeAsText },
};

// Safe to do on the rendered text: HTML that people wrote is escaped there, so these tags can only be the renderer's.
function nameImages(rendered: string): string {
  return rendered.replace(/<img src="[^"]*" alt="([^"]*)"[^>]*>/g, '<span class="image">image: $1</span>');
}

function showSuggestions(rendered: string, replaced: readonly string[]): string {
  return rendered.replace(
    /<pre><code class="language-suggestion">([^<]*)<\/code><\/pre>/g,
    (_, content: string) =>
      renderSuggestion(replaced.map(escapeHtml), content === '' ? [] : content.replace(/\n$/, '').split('\n')).text,
  );
}

function renderSuggestion(removed: readonly string[], added: readonly string[]): Html {
  const row = (kind: string, sign: string, line: string) =>
    html`<div class="line ${kind}">
      <span class="sign" aria-hidden="true">${sign}</span><code>${new Html(line)}</code>
    </div>`;
  return html`<figure class="suggestion">
    <figcaption>Suggested change</figcaption>
    ${removed.map((line) => row('removed', '−', line))}${added.map((line) => row('added', '+', line))}
  </figure>`;
}
