import { z } from 'zod';
import type { SectionRequest } from '../../src/ports/section-sources.ts';
import type { FilledSection, ShortlistEntry } from '../../src/sections/filled-section.ts';
import type { PullState } from '../../src/sandbox/state.ts';
import { DRAFT, PUBLISHED, writeIssue } from './sample-newsletter.ts';
import { REPOSITORY, type Scenario, startScenario } from './start-scenario.ts';

export const BRANCH = 'copydesk/fill-2026-03-04';

/** Tuesday evening: sections have just become due. */
const TUESDAY = '2026-03-03T18:05:00Z';

/** A draft with two sections that have a source. */
export const EMPTY = [
  writeIssue('2026-03-04', 641).trimEnd(),
  '## Updates from the Rust Project\n\n<!-- Rust updates go here -->',
  '### Approved RFCs\n\nThese were approved:\n\n<!-- Use either\n* [Item title](Item URL)\n-->',
  '## Jobs\n',
].join('\n\n');

type Merged = readonly [heading: string, number: number, isTicked?: boolean];

/** What there is to say this week, to be changed while a scenario goes on. */
export interface Week {
  merged: readonly Merged[];
  rfcs: readonly string[];
  /** Called while sections are asked for. */
  meanwhile: () => Promise<void>;
  readonly requests: SectionRequest[];
}

export interface ProposalScenario extends Scenario {
  readonly week: Week;
  /** The draft in the proposal's branch, from the first section with a source on. */
  readonly readBranch: () => string;
  /** All of the draft in the branch. */
  readonly readWhole: () => string;
  readonly findProposals: () => Promise<readonly PullState[]>;
  /** An editor's change of the branch's draft. */
  readonly edit: (change: (text: string) => string) => Promise<void>;
  /** An editor's change of the proposal's description. */
  readonly describe: (change: (body: string) => string, by?: string) => Promise<void>;
}

/** A newsletter that has its sections filled, and ferris, who edits it. */
export async function startProposal(
  options: {
    readonly mode?: string;
    readonly contents?: 'read' | 'write';
    readonly issues?: 'read' | 'write';
    readonly pulls?: 'read' | 'write';
    readonly draft?: string;
  } = {},
): Promise<ProposalScenario> {
  const week: Week = {
    merged: [
      ['Compiler', 1],
      ['Compiler', 2],
      ['Cargo', 9],
      ['Cargo', 8, false],
    ],
    rfcs: ['* *No RFCs were approved this week.*'],
    meanwhile: () => Promise.resolve(),
    requests: [],
  };
  const scenario = await startScenario({
    start: TUESDAY,
    files: {
      [PUBLISHED]: writeIssue('2026-02-25', 640),
      [DRAFT]: options.draft ?? EMPTY,
      '.github/copydesk.yml': `mode: ${options.mode ?? 'publish'}\n`,
    },
    permissions: {
      contents: options.contents ?? 'write',
      issues: options.issues ?? 'write',
      pull_requests: options.pulls ?? 'write',
      checks: 'write',
    },
    sources: { readSections: (request) => readWeek(week, request) },
  });
  const { sandbox, settle } = scenario;
  const branch = new Map<string, string>();
  const readWhole = (): string => branch.get('text') ?? '';
  const remember = async (): Promise<void> => {
    branch.set('text', await readOnGitHub(scenario, BRANCH));
  };
  const findProposals = async (): Promise<readonly PullState[]> => {
    const { repositories } = await sandbox.state();
    return repositories.flatMap(({ pulls }) => pulls).filter(({ author }) => author.isBot);
  };
  await sandbox.people.setRole({ repo: REPOSITORY, login: 'grace', role: 'write' });
  return {
    ...scenario,
    week,
    settle: async () => {
      await settle();
      await remember();
    },
    look: async () => {
      await scenario.look();
      await remember();
    },
    say: async (number, by, body) => {
      const id = await scenario.say(number, by, body);
      await remember();
      return id;
    },
    readWhole,
    readBranch: () => readWhole().slice(readWhole().indexOf('## Updates from the Rust')),
    findProposals,
    edit: async (change) => {
      await remember();
      await sandbox.people.push({
        repo: REPOSITORY,
        by: 'grace',
        branch: BRANCH,
        files: { [DRAFT]: change(readWhole()) },
      });
      await settle();
      await remember();
    },
    describe: async (change, by = 'grace') => {
      const [pull] = await findProposals();
      const { number, body } = pull ?? { number: 0, body: '' };
      await sandbox.people.editPullRequest({ repo: REPOSITORY, number, by, body: change(body) });
      await settle();
      await remember();
    },
  };
}

/** The draft as it is in a branch; empty where there is no such branch. */
export async function readOnGitHub({ sandbox }: Scenario, branch: string): Promise<string> {
  const { token } = await sandbox.people.createUser({ login: 'reader' });
  const address = `${sandbox.url}/repos/${REPOSITORY}/contents/${DRAFT}?ref=${branch}`;
  const reply = await fetch(address, { headers: { authorization: `Bearer ${token}` } });
  const { data } = contentSchema.safeParse(await reply.json());
  return data === undefined ? '' : Buffer.from(data.content, 'base64').toString();
}

/** A refresh six hours later. */
export async function refresh(s: ProposalScenario): Promise<void> {
  await s.clock.sleep(6 * 3_600_000);
  await s.look();
}

const contentSchema = z.object({ content: z.string() });

async function readWeek(week: Week, request: SectionRequest) {
  week.requests.push(request);
  await week.meanwhile();
  return { ok: true as const, value: [toUpdates(week, request), toApproved(week, request)] };
}

function toUpdates({ merged }: Week, { starts, from, until }: SectionRequest): FilledSection {
  const shortlist = merged.map(([heading, number, isTicked = true]): ShortlistEntry => {
    const name = heading === 'Compiler' ? 'rust' : heading.toLowerCase();
    const line = `* [change ${number}](https://github.com/rust-lang/${name}/pull/${number})`;
    return { key: `rust-lang/${name}#${number}`, heading, line, isTicked };
  });
  const headings = [...new Set(shortlist.filter(({ isTicked }) => isTicked).map(({ heading }) => heading))];
  const groups = headings.map((heading) =>
    [
      `#### ${heading}`,
      ...shortlist.flatMap((one) => (one.isTicked && one.heading === heading ? [one.line] : [])),
    ].join('\n'),
  );
  const url = 'https://github.com/search?q=is%3Apr';
  const window = { from: (starts?.get('updates') ?? from).toISOString(), until: until.toISOString() };
  return {
    id: 'updates',
    heading: 'Updates from the Rust Project',
    body: [`${merged.length} were merged`, ...groups].join('\n\n'),
    queried: [{ what: 'merged pull request', which: '', url, count: merged.length, ...window }],
    notes: [],
    shortlist,
  };
}

function toApproved({ rfcs }: Week, { starts, from, until }: SectionRequest): FilledSection {
  const window = { from: (starts?.get('approved-rfcs') ?? from).toISOString(), until: until.toISOString() };
  const queried = [{ what: 'RFC', which: '', url: 'https://github.com/rust-lang/rfcs', count: rfcs.length, ...window }];
  return { id: 'approved-rfcs', heading: 'Approved RFCs', body: rfcs.join('\n'), queried, notes: [], shortlist: [] };
}
