import { usStates } from './us-states.ts';

/** The states of countries that some leave out behind them; in Brazil as in the US, many codes are those of countries, too. */
const STATES: readonly (readonly [country: string, codes: ReadonlySet<string>])[] = [
  ['US', usStates],
  ['CA', toSet('AB BC MB NB NL NS NT NU ON PE QC SK YT')],
  ['AU', toSet('ACT NSW NT QLD SA TAS VIC WA')],
  ['BR', toSet('AC AL AM AP BA CE DF ES GO MA MG MS MT PA PB PE PI PR RJ RN RO RR RS SC SE SP TO')],
];

/** The countries that have a state with this code, by their own codes. */
export function findStateCountries(code: string): readonly string[] {
  return STATES.filter(([, codes]) => codes.has(code)).map(([country]) => country);
}

function toSet(codes: string): ReadonlySet<string> {
  return new Set(codes.split(' '));
}
