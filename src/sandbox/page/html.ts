/** Text that is HTML already: made by the tag below, or by a renderer that escapes all it is given. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** Strings are escaped, lists joined, `undefined` and `false` are nothing. */
export type HtmlPart = Html | string | number | false | undefined | readonly HtmlPart[];

/** Template tag: html`<b>${title}</b>`; whatever is put in is escaped unless it is Html itself. */
export function html(fixed: TemplateStringsArray, ...parts: readonly HtmlPart[]): Html {
  return new Html(fixed.map((text, index) => text + toText(parts[index])).join(''));
}

/** Makes text mean itself in HTML, in an element as in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

function toText(part: HtmlPart): string {
  if (part === undefined || part === false) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'object') return part.map(toText).join('');
  return escapeHtml(String(part));
}
