import { Kind, parse } from 'graphql';
import { createSectionFacts } from '../../../../src/adapters/github/sections/create-section-facts.ts';
import { createTokenQuery } from '../../../../src/adapters/github/token-query.ts';
import { defaultConfig } from '../../../../src/config/defaults.ts';
import type { Config } from '../../../../src/config/schema.ts';
import { createSectionSources } from '../../../../src/handlers/fill/create-section-sources.ts';
import type { Outcome } from '../../../../src/ports.ts';
import { estimateCost } from '../../../../src/sandbox/graphql/estimate-cost.ts';
import { isFields } from '../../../../src/sandbox/fields.ts';
import { type Sandbox, startSandbox } from '../../../../src/sandbox/start-sandbox.ts';
import type { FilledSection } from '../../../../src/sections/filled-section.ts';
import { toDay, toRepositoryPath } from '../../../../src/shared/brand.ts';
import { createFixedClock } from '../../../support/fixed-clock.ts';
import { makeAppKey } from '../../../support/make-app-key.ts';

const privateKey = makeAppKey();

export const WINDOW = { from: '2026-02-24T18:00:00Z', until: '2026-03-03T18:00:00Z' };

/** The embedded GitHub with the repositories that a newsletter reads, and somebody who asks for its sections. */
export interface Week {
  readonly sandbox: Sandbox;
  /** Of somebody who may read what is public. */
  readonly token: string;
  readonly fill: (config?: Config, starts?: ReadonlyMap<string, Date>) => Promise<Outcome<readonly FilledSection[]>>;
  /** What was asked so far. */
  readonly count: () => { readonly requests: number; readonly points: number };
  /** Throws where GitHub was asked for something that the embedded one does not know. */
  readonly close: () => Promise<void>;
}

/** Starts a week in which nothing has happened yet. */
export async function startWeek(): Promise<Week> {
  const clock = createFixedClock('2026-03-03T18:00:00Z');
  const sandbox = await startSandbox({
    app: { id: 7, slug: 'desk', publicKey: privateKey, webhookSecret: 'secret' },
    now: clock.now,
  });
  const { people } = sandbox;
  for (const repo of listRepositories()) {
    await people.createRepository({
      repo,
      isOrganization: true,
      files: { 'README.md': 'x' },
      date: '2026-01-01T00:00:00Z',
    });
  }
  const files = { 'draft/2026-03-04-news.md': '# Next\n' };
  await people.createRepository({ repo: 'ferris/news', files });
  const { token } = await people.createUser({ login: 'ed' });
  const query = createTokenQuery({ apiUrl: sandbox.url, token, clock, userAgent: 'test' });
  const sources = createSectionSources(createSectionFacts(() => query));
  const issueDate = toDay('2026-03-04');
  if (issueDate === undefined) throw new Error('not a day');
  return {
    sandbox,
    token,
    fill: (config = defaultConfig, starts = new Map()) =>
      sources.readSections({
        repository: { installationId: 0, owner: 'ferris', repository: 'news' },
        config,
        issueDate,
        published: [toRepositoryPath('content/2026-02-25-news.md')],
        from: new Date(WINDOW.from),
        until: new Date(WINDOW.until),
        starts,
        sectionIds: undefined,
      }),
    count: () => countRequests(sandbox),
    close: async () => {
      await sandbox.close();
      if (sandbox.unimplemented.size > 0) throw new Error(`not embedded: ${[...sandbox.unimplemented].join(', ')}`);
    },
  };
}

function listRepositories(): readonly string[] {
  const { updates, finalCommentPeriod, callsForTesting, perfTriage } = defaultConfig.fill;
  if (updates === false || finalCommentPeriod === false || callsForTesting === false || perfTriage === false) return [];
  const all = [...updates.repositories, ...finalCommentPeriod.groups, ...callsForTesting.groups, perfTriage];
  return [...new Set(all.map(({ repository }) => repository))];
}

function countRequests({ requests }: Sandbox) {
  const costs = requests.map(({ requestBody }) => (isFields(requestBody) ? getCost(requestBody) : 0));
  return { requests: requests.length, points: costs.reduce((sum, cost) => sum + cost, 0) };
}

function getCost({ query, variables }: Readonly<Record<string, unknown>>): number {
  const { definitions } = parse(String(query));
  const operation = definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
  if (operation === undefined) return 0;
  const fragments = definitions.flatMap((one) =>
    one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [],
  );
  return estimateCost({
    operation,
    fragments: Object.fromEntries(fragments),
    variableValues: isFields(variables) ? variables : {},
  });
}
