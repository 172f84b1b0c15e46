/** Marks with which a page's title goes on to something else: the site's name, the author, a subtitle. */
const SEPARATORS = /\s+(?:-{1,3}|[–—|·•∙⋅»«›‹~/\\]|\|\||::|[|])\s+|\s*(?:\||::|»|—)\s*|:\s+/u;

/** The parts of a title, in order, white space trimmed; at least one where the title has a word. */
export function splitTitle(title: string): readonly string[] {
  return title
    .replace(/\s\[([^\][]{1,60})\]\s*$/, ' | $1')
    .split(SEPARATORS)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
