import { z } from 'zod';
import type { IssueFacts, IssueRef } from '../../pages/page-facts.ts';
import type { InstallationClient } from './installation-client.ts';
import { nodesOf } from './pull-request-query.ts';

/** More in one request would cost more than they are worth. */
const MOST = 20;

const FIELDS = `isPrivate isArchived licenseInfo { spdxId } contributingGuidelines { url }
    issue(number: $number_) { url state title labels(first: 30) { nodes { name } } }`;

const repositorySchema = z.object({
  isPrivate: z.boolean(),
  isArchived: z.boolean(),
  licenseInfo: z.object({ spdxId: z.string().nullish() }).nullish(),
  contributingGuidelines: z.looseObject({}).nullish(),
  issue: z
    .object({
      url: z.string(),
      state: z.string(),
      title: z.string(),
      labels: z.object({ nodes: nodesOf(z.object({ name: z.string() })) }).nullish(),
    })
    .nullish(),
});

/**
 * Asks GitHub for all of them at once; undefined for each that is not there, not for everybody, or of another GitHub. The app may see
 * more than who links to it: what is private stays so, also whether it is there.
 */
export async function readCalledIssues(
  client: InstallationClient,
  issues: readonly IssueRef[],
): Promise<readonly (IssueFacts | undefined)[]> {
  if (issues.length === 0) return [];
  const asked = issues.slice(0, MOST);
  const answer = await client.query(writeQuery(asked), listVariables(asked), 'null');
  const data = z.record(z.string(), z.unknown()).parse(answer);
  return issues.map((issue, index) => toFacts(data[`r${index}`], issue));
}

function writeQuery(issues: readonly IssueRef[]): string {
  const declared = issues.map((_, at) => `$owner${at}: String!, $name${at}: String!, $number${at}: Int!`).join(', ');
  const fields = issues.map((_, at) => {
    const wanted = FIELDS.replace('$number_', `$number${at}`);
    return `  r${at}: repository(owner: $owner${at}, name: $name${at}) {\n    ${wanted}\n  }`;
  });
  return `query CallsForParticipation(${declared}) {\n${fields.join('\n')}\n}`;
}

function listVariables(issues: readonly IssueRef[]): Readonly<Record<string, string | number>> {
  return Object.fromEntries(
    issues.flatMap(({ owner, name, number }, at): [string, string | number][] => [
      [`owner${at}`, owner],
      [`name${at}`, name],
      [`number${at}`, number],
    ]),
  );
}

/** On an enterprise server, or after a move, an issue of that name is another one. */
function toFacts(value: unknown, { owner, name, number }: IssueRef): IssueFacts | undefined {
  const { data } = repositorySchema.safeParse(value);
  const address = `https://github.com/${owner}/${name}/issues/${number}`;
  if (data?.issue?.url.toLowerCase() !== address.toLowerCase() || data.isPrivate) return undefined;
  const { issue, licenseInfo, contributingGuidelines, isArchived } = data;
  return {
    isOpen: issue.state === 'OPEN',
    title: issue.title,
    labels: (issue.labels?.nodes ?? []).map(({ name: label }) => label),
    repository: {
      isArchived,
      licence: licenseInfo ? (licenseInfo.spdxId ?? 'NOASSERTION') : undefined,
      hasContributionGuide: Boolean(contributingGuidelines),
    },
  };
}
