import { describe, expect, test } from '@jest/globals';
import { defaultConfig } from '../../src/config/defaults.ts';
import { eventPlace } from '../../src/rules/event-place.ts';
import { reviewRegions } from '../support/review-region.ts';

function review(place: string, section = 'Europe', config = defaultConfig): string {
  const lines = [`* 2026-03-10 | ${place} | [Sea](https://ada.example)`, '    * [**Ferris**](https://ada.example/7)'];
  return reviewRegions(eventPlace, {}, { [section]: lines }, config);
}

describe('well written', () => {
  test.each([
    ['Delft, NL', 'Europe'],
    ['Leeds, UK', 'Europe'],
    ['Istanbul, TR', 'Europe'],
    ['Austin, TX, US', 'North America'],
    ['Toronto, ON, CA', 'North America'],
    ['Toronto, CA', 'North America'],
    ['Virtual', 'Virtual'],
    ['Virtual (Delft, NL)', 'Virtual'],
    ['Virtual (NL)', 'Virtual'],
    ['Virtual (Joint Meetup, Europe + Israel)', 'Virtual'],
    ['Hybrid (EU/UK)', 'Virtual'],
    ['Virtualberg, DE', 'Europe'],
    ['Hall 7, Berlin, DE', 'Europe'],
    ['Berlin, Room 7, DE', 'Europe'],
    ['Main Street, 17, Leeds, UK', 'Europe'],
    ['Virtual (Perth, WA, AU)', 'Virtual'],
    ['Perth, WA, AU', 'Oceania'],
    ['Virtual (Berlin, DE)', 'Virtual'],
    ['Virtual (Haifa, IL)', 'Virtual'],
    ['Virtual (Atlanta, Georgia)', 'Virtual'],
    ['Virtual (Georgia)', 'Virtual'],
    ['Bogotá, CO', 'South America'],
    ['', 'Europe'],
  ])('%s under %s', (place, section) => {
    expect(review(place, section)).toBe('nothing to say');
  });
});

test('a country’s code that the newsletter writes otherwise', () => {
  expect(review('Leeds, GB')).toMatchInlineSnapshot(`
   "warning event-place: The country ‹GB› is not written in the newsletter’s form: write its code, ‹UK›.
   - * 2026-03-10 | Leeds, GB | [Sea](https://ada.example)
   + * 2026-03-10 | Leeds, UK | [Sea](https://ada.example)"
  `);
});

describe('one remedy', () => {
  test.each([
    ['Delft, The Netherlands', 'Europe', 'Delft, NL'],
    ['Delft, nl', 'Europe', 'Delft, NL'],
    ['Delft NL', 'Europe', 'Delft, NL'],
    ['Austin, TX US', 'North America', 'Austin, TX, US'],
    ['Leeds, 17, UK', 'Europe', 'Leeds, UK'],
    ['Virtual (Leeds, U8, GB)', 'Virtual', 'Virtual (Leeds, UK)'],
    ['Leeds, 03, GB + Online', 'Europe', 'Hybrid (Leeds, UK)'],
    ['Austin, TX, USA', 'North America', 'Austin, TX, US'],
    ['Austin, TX', 'North America', 'Austin, TX, US'],
    ['Perth, WA', 'Oceania', 'Perth, WA, AU'],
    ['Toronto, ON', 'North America', 'Toronto, ON, CA'],
    ['Virtual (Austin, TX)', 'Virtual', 'Virtual (Austin, TX, US)'],
    ['Virtual (Turkey)', 'Virtual', 'Virtual (TR)'],
    ['Virtual( Delft, NL)', 'Virtual', 'Virtual (Delft, NL)'],
    ['Virtual (Delft, NL', 'Virtual', 'Virtual (Delft, NL)'],
    ['virtual', 'Virtual', 'Virtual'],
    ['Online', 'Virtual', 'Virtual'],
    ['Virtual and In-Person (Delft, NL)', 'Europe', 'Hybrid (Delft, NL)'],
    ['Hybrid - Virtual + In Person (Delft, NL)', 'Europe', 'Hybrid (Delft, NL)'],
    ['Hybrid (Virtual + In-person) Delft, NL', 'Europe', 'Hybrid (Delft, NL)'],
    ['Hybrid: Delft, NL', 'Europe', 'Hybrid (Delft, NL)'],
    ['Delft, NL + Virtual', 'Europe', 'Hybrid (Delft, NL)'],
    ['Delft, NL - Virtual + In-person', 'Europe', 'Hybrid (Delft, NL)'],
    ['In-person (Delft, NL)', 'Europe', 'Delft, NL'],
    ['Hybrid - Leeds GB', 'Europe', 'Hybrid (Leeds, UK)'],
    ['Virtual + Delft, NL', 'Europe', 'Hybrid (Delft, NL)'],
    ['Virtual & Delft, NL', 'Europe', 'Hybrid (Delft, NL)'],
    ['Virtual / Delft, NL', 'Europe', 'Hybrid (Delft, NL)'],
    ['Online and Delft, NL', 'Europe', 'Hybrid (Delft, NL)'],
    ['Virtual + (Delft, NL)', 'Europe', 'Hybrid (Delft, NL)'],
    ['Virtual, Delft, NL', 'Virtual', 'Virtual (Delft, NL)'],
    ['Virtual / Europe', 'Virtual', 'Virtual (Europe)'],
    ['Virtual (Delft, NL) + in-person', 'Europe', 'Hybrid (Delft, NL)'],
    ['Virtual (Delft, NL) and Hybrid', 'Europe', 'Hybrid (Delft, NL)'],
    ['Virtual / Online (Delft, NL)', 'Virtual', 'Virtual (Delft, NL)'],
    ['Delft, NL (Virtual)', 'Virtual', 'Virtual (Delft, NL)'],
    ['Delft, NL (online)', 'Virtual', 'Virtual (Delft, NL)'],
    ['Delft, NL - Online', 'Virtual', 'Virtual (Delft, NL)'],
    ['Delft, NL (in-person)', 'Europe', 'Delft, NL'],
    ['Delft, NL (hybrid)', 'Europe', 'Hybrid (Delft, NL)'],
    ['Delft, NL (+ Virtual)', 'Europe', 'Hybrid (Delft, NL)'],
    ['Delft, NL (in-person & online)', 'Europe', 'Hybrid (Delft, NL)'],
    ['Delft, NL and online', 'Europe', 'Hybrid (Delft, NL)'],
  ])('%s under %s', (place, section, mended) => {
    const told = review(place, section);
    expect(told).toContain(`\n+ * 2026-03-10 | ${mended} |`);
    expect(review(mended, section)).not.toContain('warning');
  });
});

describe('what only the author knows', () => {
  test.each([
    ['Delft', 'Europe', 'The country of the place ‹Delft› is missing: write it as ‹City, CC›.'],
    ['Delft, Zuid-Holland', 'Europe', 'does not end in the code of a country (‹Zuid-Holland›)'],
    ['Atlanta, Georgia', 'North America', 'does not end in the code of a country (‹Georgia›)'],
    ['Delft, XQ', 'Europe', 'does not end in the code of a country (‹XQ›)'],
    ['Austin, US', 'North America', 'The state of a place in the US is missing: write ‹City, ST, US›.'],
    ['Denver, CO', 'North America', 'As a country, ‹CO› lies on another continent'],
    ['Virtual (Perth, WA)', 'Virtual', 'does not end in the code of a country (‹WA›)'],
    ['Austin, TX', 'Europe', 'does not end in the code of a country (‹TX›)'],
    ['Adelaide, SA', 'Oceania', 'if it means a state write ‹SA, AU›.'],
    ['St. John’s, NL', 'North America', 'if it means a state write ‹NL, CA›.'],
    ['Florianópolis, SC', 'South America', 'if it means a state write ‹SC, BR›.'],
    ['Hybrid (Atlanta, Georgia)', 'Virtual', 'does not end in the code of a country (‹Georgia›)'],
    ['Hybrid', 'Virtual', 'The place ‹Hybrid› does not say where people meet'],
    ['Hybrid in Delft, NL', 'Europe', 'write it in the form ‹Hybrid (City, Country)›.'],
    ['Virtual or Delft, NL', 'Virtual', 'write it in the form ‹Virtual (City, Country)›.'],
    ['Hybrid at the Library, Delft, NL', 'Europe', 'write it in the form ‹Hybrid (City, Country)›.'],
  ])('%s under %s', (place, section, said) => {
    const told = review(place, section);
    expect(told).toContain(said);
    expect(told.split('\n')).toHaveLength(1);
  });
});

describe('the section', () => {
  test.each([
    ['Tokyo, JP', 'Europe', 'stands under ‹Europe›, but takes place in another part of the world: move it to ‹Asia›.'],
    ['Virtual (Delft, NL)', 'Europe', 'virtual, but stands under a continent: move it to ‹Virtual›.'],
    ['Delft, NL', 'Virtual', 'stands under ‹Virtual›, but its place does not say so'],
  ])('%s under %s', (place, section, said) => {
    expect(review(place, section)).toContain(said);
  });

  test('a newsletter counts places to continents as it likes', () => {
    const config = {
      ...defaultConfig,
      rules: { 'event-place': [{ options: { elsewhere: { 'Haifa, IL': 'Europe' } } }] },
    };
    expect(review('Haifa, IL', 'Europe')).toContain('move it to ‹Asia›');
    expect(review('Haifa, IL', 'Europe', config)).toBe('nothing to say');
    expect(review('Haifa, IL', 'Asia', config)).toContain('move it to ‹Europe›');
  });
});

describe('a hybrid event stands in two sections', () => {
  const hybrid = [
    '* 2026-03-10 | Hybrid (Delft, NL) | [Sea](https://ada.example/events/)',
    '    * [**A**](https://a.example)',
  ];
  const twin = [
    '* 2026-03-10 | Hybrid (Delft, NL) | [The Sea](https://ada.example)',
    '    * [**B**](https://b.example)',
  ];

  test('one of them is a hint', () => {
    expect(reviewRegions(eventPlace, {}, { Virtual: hybrid })).toMatchInlineSnapshot(
      `"hint event-place: A hybrid event belongs under two headings, virtual and continent, but stands under one: add it under ‹Europe› too."`,
    );
    expect(reviewRegions(eventPlace, {}, { Europe: hybrid })).toContain('add it under ‹Virtual› too.');
  });

  test('also where its place is written unlike the others, so that mending that leaves nothing new to say', () => {
    const lines = hybrid.map((line) => line.replace('Hybrid (Delft, NL)', 'Virtual and In-Person (Delft, NL)'));
    const told = reviewRegions(eventPlace, {}, { Virtual: lines });
    expect(told).toContain('write it in the form ‹Hybrid (City, Country)›.');
    expect(told).toContain('add it under ‹Europe› too.');
  });

  test('both are right', () => {
    expect(reviewRegions(eventPlace, {}, { Virtual: hybrid, Europe: twin })).toBe('nothing to say');
    expect(reviewRegions(eventPlace, { Virtual: twin }, { Virtual: twin, Europe: hybrid })).toBe('nothing to say');
  });

  test('where there is no such section, there is nothing to add to', () => {
    const lines = hybrid.map((line) => line.replace('Delft, NL', 'Cairo, EG'));
    expect(reviewRegions(eventPlace, {}, { Asia: lines, Virtual: lines })).toBe('nothing to say');
  });
});
