/** Where the sample's smiths write their program, and where they agree on what to change. */
export const SAMPLE_CODE = 'anvil-smiths/forge';
const PROPOSALS = 'anvil-smiths/proposals';

/** Which sections of the sample are filled, and from what; for the newsletter's `.github/copydesk.yml`. */
export const SAMPLE_CONFIGURATION = `mode: publish
fill:
  updates:
    heading: Updates from the Forge
    organisation: anvil-smiths
    range: { from: 8, until: 1 }
    intro: '{count} pull requests were [merged in the last week]({url}).'
    headings: [Hearth, Tools]
    repositories:
      - repository: ${SAMPLE_CODE}
        heading: Hearth
        labels: [{ label: tools, heading: Tools }]
        usual: 2
        list: shortlist
    excluded: [{ starts: ['Bump '] }]
    pickRates: {}
    titles: { types: [], dropped: [], repeated: [], replacements: [], codeWords: [] }
  approvedRfcs:
    heading: Approved RFCs
    repository: ${PROPOSALS}
    folder: text
    intro: 'Approved this week:'
    none: '* *None this week.*'
  finalCommentPeriod:
    heading: Final Comment Period
    label: final-comment-period
    intro: 'Say what you think of these now:'
    groupLevel: 4
    groups: [{ name: Forge, repository: ${SAMPLE_CODE}, url: 'https://forge.example/deciding' }]
    noneStart: '*Nothing is about to be decided for'
    noneEnd: '.*'
    outro: ''
    dispositions: []
    undecided: ''
  perfTriage: false
  callsForTesting: false
  newRfcs: false
`;

interface Merged {
  readonly number: number;
  readonly title: string;
  readonly mergedAt: string;
  readonly by?: string;
  readonly labels?: readonly string[];
}

/** What the sample's smiths have merged by the time the newsletter asks. */
export const SAMPLE_MERGED: readonly Merged[] = [
  { number: 3, title: 'keep the fire while futures are awaited', mergedAt: '2026-11-18T09:00:00Z' },
  { number: 5, title: 'name the tool that is missing', mergedAt: '2026-11-18T15:30:00Z', labels: ['tools'] },
  { number: 6, title: 'Bump bellows from 3.1 to 3.2', mergedAt: '2026-11-19T06:00:00Z' },
  { number: 8, title: 'halve the time that cold iron takes', mergedAt: '2026-11-19T11:00:00Z' },
];

/** What they merge while its editor works. */
export const SAMPLE_MERGED_LATER: Merged = {
  number: 9,
  title: 'cool down when nobody hammers',
  mergedAt: '2026-11-20T09:00:00Z',
  by: 'ivo-smith',
};

/** What they have agreed on: a text that a merged pull request added. */
export const SAMPLE_AGREED = {
  repository: PROPOSALS,
  path: 'text/7-named-joints.md',
  pull: { number: 7, title: 'Named joints', mergedAt: '2026-11-19T16:00:00Z' },
};

/** What they are about to decide. */
export const SAMPLE_DECIDING = { number: 4, title: 'Stabilise the second hammer', since: '2026-11-18T12:00:00Z' };
