import { z } from 'zod';
import type { IssueFacts, PageFacts, PageKnowledge } from '../../src/pages/page-facts.ts';
import { aDeadPage, aPage } from './fake-pages.ts';

const factsSchema = z.record(
  z.string(),
  z.strictObject({
    title: z.string().optional(),
    finalUrl: z.string().optional(),
    canonical: z.string().optional(),
    language: z.string().optional(),
    detectedLanguage: z.string().optional(),
    medium: z.enum(['video', 'audio']).optional(),
    isFree: z.boolean().optional(),
    unreachable: z.enum(['not-found', 'gone', 'no-such-host', 'certificate']).optional(),
    issue: z
      .strictObject({ isOpen: z.boolean(), labels: z.array(z.string()), hasContributionGuide: z.boolean() })
      .optional(),
  }),
);

/** Facts as a page of documentation writes them, in blocks `json facts`; none where it has no such block. */
export function readPageFacts(text: string): PageKnowledge {
  const blocks = [...text.matchAll(/^```json facts\n([\s\S]*?)^```$/gm)].map(([, json = '']): unknown =>
    JSON.parse(json),
  );
  const told = blocks.flatMap((block) => Object.entries(factsSchema.parse(block)));
  const facts = told.map(([url, { unreachable, ...rest }]): [string, PageFacts] => [
    url,
    unreachable === undefined ? aPage(url, withoutGaps(rest)) : aDeadPage(url, unreachable),
  ]);
  const issues = told.flatMap(([url, { issue, title = '' }]): [string, IssueFacts][] =>
    issue === undefined ? [] : [[url, toIssue(issue, title)]],
  );
  return { facts: new Map(facts), issues: new Map(issues), pending: 0, unread: 0 };
}

type Told = Parameters<typeof aPage>[1];

function withoutGaps(told: Readonly<Record<string, unknown>>): Told {
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined));
}

function toIssue(
  { isOpen, labels, hasContributionGuide }: Pick<IssueFacts, 'isOpen' | 'labels'> & { hasContributionGuide: boolean },
  title: string,
): IssueFacts {
  const repository = { isArchived: false, licence: 'MIT', hasContributionGuide };
  return { isOpen, title, labels, repository };
}
