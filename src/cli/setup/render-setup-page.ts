import type { Manifest } from './build-manifest.ts';

/** The page with the form that registers the app; a person clicks, no script runs. */
export function renderFormPage(action: string, manifest: Manifest): string {
  const permissions = Object.entries(manifest.default_permissions).map(([name, access]) => `${name}: ${access}`);
  return renderPage(
    'Register Copydesk on GitHub',
    `<p>GitHub will ask you to confirm the name of the app <b>${escapeHtml(manifest.name)}</b>.
It asks for these permissions: ${escapeHtml(permissions.join(', '))}.
Webhooks go to <code>${escapeHtml(manifest.hook_attributes.url)}</code>.</p>
<form method="post" action="${escapeHtml(action)}">
<input type="hidden" name="manifest" value="${escapeHtml(JSON.stringify(manifest))}">
<button>Continue on GitHub</button>
</form>`,
  );
}

/** A page that says one thing. */
export function renderMessagePage(title: string, message: string): string {
  return renderPage(title, `<p>${escapeHtml(message)}</p>`);
}

function renderPage(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title>
<style>
  :root { color-scheme: light dark; font: 18px/1.5 system-ui, sans-serif }
  body { max-width: 34rem; margin: 4rem auto; padding: 0 1rem }
  button { font: inherit; padding: .5rem 1rem }
</style>
<h1>${escapeHtml(title)}</h1>
${body}
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
