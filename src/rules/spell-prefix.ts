/** Words that people write for a prefix, and the prefix that they mean. */
export const defaultSynonyms: Record<string, string> = { videos: 'video', podcast: 'audio', podcasts: 'audio' };

/** The newsletter’s spelling of a word that is one of its prefixes, in whatever case; undefined for another word. */
export function findOwnPrefix(text: string, prefixes: readonly string[]): string | undefined {
  const word = text.trim().toLowerCase();
  return prefixes.find((prefix) => prefix.toLowerCase() === word);
}

/** The newsletter’s spelling of a prefix that was written without brackets; undefined where it has none like it. */
export function spellPrefix(text: string, prefixes: readonly string[]): string | undefined {
  return findOwnPrefix(text, prefixes) ?? spellLanguages(text.trim());
}

/** Whether a prefix, spelt as it should be, names one language or several. */
export function isLanguage(prefix: string): boolean {
  return /^[A-Z]{2}(?: ?\| ?[A-Z]{2})*$/.test(prefix);
}

/** Any two capital letters pass: people write countries for languages, and readers understand. */
function spellLanguages(text: string): string | undefined {
  return isLanguage(text) ? text : (spellLanguage(text) ?? spellCountry(text));
}

/** The letters of a country where another language than English is spoken: `jp`, `cn`. */
function spellCountry(text: string): string | undefined {
  if (!/^[a-z]{2}$/i.test(text)) return undefined;
  const { language } = new Intl.Locale(`und-${text}`).maximize();
  return language.length === 2 && language !== 'en' ? text.toUpperCase() : undefined;
}

/** The two capital letters for a language that is named in another way: `zh`, `HEB`, `PT-BR`, `Spanish`. */
export function spellLanguage(text: string): string | undefined {
  // Other words of three letters are words.
  const code = /^(?:[a-z]{2}(?:-[A-Z]{2})?|[A-Z][a-z]|[A-Z]{2,3}(?:-[A-Z]{2})?)$/.test(text)
    ? toLanguageCode(text)
    : undefined;
  return (code ?? getLanguageCodes().get(text.toLowerCase()))?.toUpperCase();
}

const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

function toLanguageCode(text: string): string | undefined {
  const { language } = new Intl.Locale(text);
  return language.length === 2 && names.of(language) !== undefined ? language : undefined;
}

let languageCodes: ReadonlyMap<string, string> | undefined;

/** Codes by English name in lower case. */
function getLanguageCodes(): ReadonlyMap<string, string> {
  languageCodes ??= new Map(
    listPairs().flatMap((code) => {
      const name = names.of(code);
      return name === undefined ? [] : [[name.toLowerCase(), toLanguageCode(code) ?? code]];
    }),
  );
  return languageCodes;
}

function listPairs(): readonly string[] {
  const letters = Array.from({ length: 26 }, (_, index) => String.fromCodePoint('a'.charCodeAt(0) + index));
  return letters.flatMap((first) => letters.map((second) => first + second));
}
