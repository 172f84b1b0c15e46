import { continents, countries, type ICountry } from 'countries-list';

/** A country as newsletters name it. */
export interface Country {
  /** ISO 3166-1 alpha-2, but UK. */
  readonly code: string;
  /** The continents it lies on, by their English names. */
  readonly continents: readonly string[];
}

/** Common names that the list of countries lacks. */
const SPOKEN: Readonly<Record<string, string>> = {
  usa: 'US',
  'u.s.': 'US',
  'u.s.a.': 'US',
  england: 'UK',
  scotland: 'UK',
  wales: 'UK',
  'northern ireland': 'UK',
  holland: 'NL',
  'czech republic': 'CZ',
  'south korea': 'KR',
};

const byCode = new Map(Object.entries(countries).map(([code, country]) => [writeCode(code), toCountry(code, country)]));
const byName = new Map(
  Object.entries(countries).flatMap(([code, country]) =>
    [country.name, country.native, ...(country.alias ?? [])].map(
      (name) => [name.toLowerCase(), writeCode(code)] as const,
    ),
  ),
);

/** The country with exactly this code; GB is none here, since the code is UK. */
export function findByCode(code: string): Country | undefined {
  return byCode.get(code);
}

/** The code of a country that is spelled out, or written in other letters than capitals; undefined for what is none. */
export function findCode(name: string): string | undefined {
  const plain = name.toLowerCase().replace(/^the /, '');
  const code = byName.get(plain) ?? SPOKEN[plain];
  if (code !== undefined) return code;
  return /^[a-z]{2}$/i.test(name) && byCode.has(writeCode(name.toUpperCase()))
    ? writeCode(name.toUpperCase())
    : undefined;
}

function toCountry(code: string, country: ICountry): Country {
  const on = country.continents ?? [country.continent];
  return { code: writeCode(code), continents: on.map((continent) => continents[continent]) };
}

function writeCode(code: string): string {
  return code === 'GB' ? 'UK' : code;
}
