/** Where the sources of the sections below are, on the embedded GitHub. */
export const RFCS = 'crabs/proposals';
export const CODE = 'crabs/shell';

/** The part `fill` of a newsletter about other things than the one whose sections are the default; its weeks end on Mondays at noon. */
export const crabSections = `fill:
  cut: { daysBefore: 2, time: '12:00' }
  updates:
    heading: Merged
    organisation: crabs
    range: { from: 8, until: 1 }
    intro: '{count} were [merged]({url}):'
    headings: [Shell]
    repositories:
      - { repository: ${CODE}, heading: Shell, usual: 5, list: full }
    excluded: []
    pickRates: { ${CODE}: { '': 1 } }
    titles: { types: [], dropped: [], repeated: [], replacements: [], codeWords: [] }
  approvedRfcs:
    heading: Agreed
    repository: ${RFCS}
    folder: text
    intro: 'These were agreed on:'
    none: '* *None this week.*'
  perfTriage: false
  finalCommentPeriod: false
  callsForTesting: false
  newRfcs: false
`;
