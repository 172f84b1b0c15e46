/** Where the sources of the sections below are, on the embedded GitHub. */
export const RFCS = 'crabs/proposals';
export const CODE = 'crabs/shell';

/** The section of what was merged. @param own what is not the same for every test, as lines of YAML: how the repository is listed, and by what */
export function writeUpdates(own: {
  readonly listed: string;
  readonly pickRates: string;
  readonly types: string;
  readonly rest?: string;
}): string {
  return `  updates:
    heading: Merged
    organisation: crabs
    range: { from: 8, until: 1 }
    intro: '{count} were [merged]({url}):'
    headings: [Shell]
    repositories:
      - { repository: ${CODE}, heading: Shell, ${own.listed} }
    excluded: []
    pickRates: { ${CODE}: ${own.pickRates} }
    titles: { types: ${own.types}, dropped: [], repeated: [], replacements: [], codeWords: [] }
${own.rest ?? ''}`;
}

/** Sections that no test here fills. */
export const OTHER_SECTIONS = `  perfTriage: false
  finalCommentPeriod: false
  callsForTesting: false
  newRfcs: false
`;

/** The part `fill` of a newsletter about other things than the one whose sections are the default; its weeks end on Mondays at noon. */
export const crabSections = `fill:
  cut: { daysBefore: 2, time: '12:00' }
${writeUpdates({ listed: 'usual: 5, list: full', pickRates: "{ '': 1 }", types: '[]' })}  approvedRfcs:
    heading: Agreed
    repository: ${RFCS}
    folder: text
    intro: 'These were agreed on:'
    none: '* *None this week.*'
${OTHER_SECTIONS}`;
