import { html, type Html } from './html.ts';

/** A whole document round the content of one page. */
export function renderDocument(title: string, content: Html): string {
  const document = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/style.css" />
      </head>
      <body>
        <a class="skip" href="#content">Skip to content</a>
        <header class="top">
          <a class="home" href="/"><span class="mark" aria-hidden="true">¶</span> Embedded GitHub</a>
          <span class="hint">a stand-in on this machine: nothing here has left it</span>
        </header>
        <main id="content">${content}</main>
      </body>
    </html>`;
  return document.text;
}

/** A page that says one thing, for what cannot be shown. */
export function renderNotice(title: string, explanation: string): string {
  return renderDocument(
    title,
    html`<section class="notice">
      <h1>${title}</h1>
      <p>${explanation}</p>
      <p><a href="/">All pull requests</a></p>
    </section>`,
  );
}
