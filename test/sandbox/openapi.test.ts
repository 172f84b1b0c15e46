import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { allRoutes } from '../../src/sandbox/routes/all-routes.ts';
import { createOpenApiChecker, type Exchange } from '../support/check-openapi.ts';
import { addItems } from '../support/sample-newsletter.ts';
import { startScenario } from '../support/start-scenario.ts';
import { type Answer, answerForToken, asker, type Opened, openSandbox, PULL, REPO } from './open-sandbox.ts';

const repo = `/repos/${REPO}`;

test('a visit to every operation is what GitHub describes', async () => {
  const opened = await openSandbox();
  await visitApp(opened);
  await visitDeliveries(opened);
  await visitRepository(opened);
  await visitConversation(opened);
  await visitReviews(opened);
  await visitChecks(opened);
  await visitBranches(opened);
  const checker = createOpenApiChecker();
  expect(opened.sandbox.requests.filter(isDescribed).flatMap((exchange) => checker.check(exchange))).toEqual([]);
  expect(checker.untouched()).toEqual([]);
});

test('what the bot asks for, and gets, is what GitHub describes', async () => {
  const scenario = await startScenario();
  const number = await scenario.submit({
    files: addItems({ Official: ['- [A slip](https://ada.test/?utm_source=x)'] }),
  });
  await scenario.push(number, addItems({ Official: ['* [A slip](https://ada.test/)'] }));
  const checker = createOpenApiChecker();
  const exchanges = scenario.sandbox.requests.filter(isDescribed);
  await scenario.end();
  expect(exchanges.flatMap((exchange) => checker.check(exchange))).toEqual([]);
  expect([...new Set(exchanges.map((exchange) => exchange.operation))].sort()).toMatchInlineSnapshot(`
   [
     "GET /repos/{owner}/{repo}/collaborators/{username}/permission",
     "GET /repos/{owner}/{repo}/pulls/{pull_number}/files",
     "POST /app/installations/{installation_id}/access_tokens",
     "POST /repos/{owner}/{repo}/check-runs",
     "POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews",
   ]
  `);
});

test('the description has every operation that the embedded GitHub knows', () => {
  const known = allRoutes.map((route) => route.operation);
  const described = new Set(createOpenApiChecker().untouched());
  expect(known.filter((operation) => !described.has(operation))).toEqual(['POST /settings/apps/new']);
});

describe('the checker finds', () => {
  const fine: Exchange = {
    operation: 'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}',
    status: 204,
    requestBody: undefined,
    responseBody: undefined,
  };
  test.each<[string, Partial<Exchange>, RegExp | undefined]>([
    ['nothing wrong with this', {}, undefined],
    ['an operation that is not described', { operation: 'GET /nowhere' }, /not in the description/],
    ['a status that is not declared', { status: 207 }, /status 207 is not declared/],
    ['a body where there is none', { responseBody: {} }, /came with a body/],
    ['an error without its link', { status: 403, responseBody: { message: 'No' } }, /not an error of GitHub's shape/],
    [
      'a missing field of a request',
      { operation: 'POST /repos/{owner}/{repo}/check-runs', status: 201, requestBody: { name: 'Copydesk' } },
      /request: must have required property 'head_sha'/,
    ],
    [
      'a missing field of a reply',
      { operation: 'GET /repos/{owner}/{repo}/git/ref/{ref}', status: 200, responseBody: { ref: 'x' } },
      /must have required property 'node_id'/,
    ],
    [
      'a wrong type in a request',
      { operation: 'POST /repos/{owner}/{repo}/check-runs', status: 201, requestBody: { name: 1 } },
      /request\/name: must be string/,
    ],
  ])('%s', (_, change, expected) => {
    const complaints = createOpenApiChecker().check({ ...fine, ...change });
    if (expected === undefined) expect(complaints).toEqual([]);
    else expect(complaints.join('\n')).toMatch(expected);
  });
});

/** The form that a manifest is posted to is a page of GitHub, not of its API. */
function isDescribed({ operation }: Exchange): boolean {
  return operation !== 'POST /settings/apps/new' && !operation.startsWith('graphql');
}

async function visitApp({ sandbox, asApp, asBot }: Opened): Promise<void> {
  await asApp('GET', '/app');
  await asApp('GET', '/app/installations');
  const installation = idOf(await asApp('GET', `${repo}/installation`));
  await asApp('GET', `/app/installations/${installation}`);
  await answerForToken(asApp, { permissions: { checks: 'write' }, repositories: ['letter'] });
  await asBot('GET', '/installation/repositories');
  await asApp('GET', '/installation/repositories');
  await asBot('GET', '/rate_limit');
  await asker(sandbox, 'Bearer nonsense')('GET', '/app');
  const manifest = { name: 'Desk', url: 'https://desk.example', redirect_url: 'http://127.0.0.1:9/', public: false };
  const agreed = await fetch(`${sandbox.url}/settings/apps/new?state=x`, {
    method: 'POST',
    redirect: 'manual',
    body: JSON.stringify({ manifest: JSON.stringify(manifest) }),
  });
  const code = new URL(agreed.headers.get('location') ?? '').searchParams.get('code') ?? '';
  for (let use = 0; use < 2; use += 1) {
    await fetch(`${sandbox.url}/app-manifests/${code}/conversions`, { method: 'POST' });
  }
}

async function visitDeliveries({ sandbox, asApp, asBot, people }: Opened): Promise<void> {
  sandbox.setWebhookUrl('http://127.0.0.1:1/');
  await people.editPullRequest({ repo: REPO, number: 1, by: 'ada', title: 'Another title' });
  await sandbox.settled();
  const [first] = z.array(z.object({ id: z.number() })).parse((await asApp('GET', '/app/hook/deliveries')).body);
  await asApp('POST', `/app/hook/deliveries/${first?.id ?? 0}/attempts`);
  await asApp('POST', '/app/hook/deliveries/1/attempts');
  await asApp('GET', '/app/hook/deliveries?page=2');
  await asBot('GET', '/app/hook/deliveries');
  await sandbox.settled();
  sandbox.setWebhookUrl(undefined);
}

async function visitBranches({ sandbox, asBot, people }: Opened): Promise<void> {
  sandbox.setPermissions({ contents: 'write', issues: 'write', pull_requests: 'write', checks: 'write' });
  await asBot('GET', '/installation/repositories');
  const { sha } = await people.push({ repo: REPO, by: 'news', branch: 'ours', files: { 'draft/two.md': 'two\n' } });
  await asBot('POST', `${repo}/git/refs`, { ref: 'refs/heads/other', sha });
  await asBot('PATCH', `${repo}/git/refs/heads/other`, { sha });
  const { body } = await asBot('POST', `${repo}/pulls`, { title: 'Two', head: 'other', base: 'main' });
  const { number } = z.object({ number: z.number() }).parse(body);
  await asBot('PATCH', `${repo}/pulls/${number}`, { body: 'Two words' });
}

async function visitRepository({ sandbox, asBot, people }: Opened): Promise<void> {
  const first = await asBot('GET', repo);
  await asBot('GET', repo, undefined, { 'if-none-match': first.headers.get('etag') ?? '' });
  await asBot('GET', '/repos/news/nothing');
  await people.setRole({ repo: REPO, login: 'eve', role: 'maintain' });
  for (const login of ['ada', 'eve', 'news', 'nobody']) await asBot('GET', `${repo}/collaborators/${login}/permission`);
  const [pull] = (await sandbox.state()).repositories[0]?.pulls ?? [];
  const { head, base } = { head: pull?.head.sha ?? '', base: pull?.base.sha ?? '' };
  await asBot('GET', `${repo}/compare/${base}...${head}`);
  await asBot('GET', `${repo}/compare/${base}...nowhere`);
  await asBot('GET', `${repo}/commits/${head}/pulls`);
  await asBot('GET', `${repo}/contents/draft/one.md?ref=${head}`);
  await asBot('GET', `${repo}/contents/draft`);
  await asBot('GET', `${repo}/contents/nothing.md`);
  await asBot('GET', `${repo}/git/ref/heads/main`);
  await asBot('GET', `${repo}/git/matching-refs/heads/m`);
  const tree = z.object({ tree: z.array(z.object({ sha: z.string(), type: z.string() })) });
  const { body } = await asBot('GET', `${repo}/git/trees/${head}?recursive=1`);
  const blob = tree.parse(body).tree.find((entry) => entry.type === 'blob');
  await asBot('GET', `${repo}/git/blobs/${blob?.sha ?? ''}`);
  await asBot('GET', `${repo}/git/blobs/${'0'.repeat(40)}`);
}

async function visitConversation({ asBot, people }: Opened): Promise<void> {
  await asBot('GET', `${repo}/pulls?state=all&per_page=1`);
  for (const part of ['', '/files', '/commits']) await asBot('GET', PULL + part);
  const id = idOf(await asBot('POST', `${repo}/issues/1/comments`, { body: 'First.' }));
  await people.comment({ repo: REPO, number: 1, by: 'ada', body: 'Thanks, @desk!' });
  await asBot('GET', `${repo}/issues/1/comments`);
  const { number } = await people.openIssue({ repo: REPO, by: 'ada', title: 'A plan' });
  await people.remark({ repo: REPO, by: 'ada', number, body: 'A remark.' });
  await asBot('GET', `${repo}/issues/comments?direction=desc`);
  await asBot('GET', `${repo}/issues/comments/${id}`);
  await visitReactions(asBot, `${repo}/issues/comments/${id}/reactions`);
  await asBot('PATCH', `${repo}/issues/comments/${id}`, { body: 'Second.' });
  await asBot('POST', `${repo}/issues/1/comments`, { body: '' });
  await asBot('DELETE', `${repo}/issues/comments/${id}`);
  await asBot('PATCH', `${repo}/issues/comments/${id}`, { body: 'Gone.' });
}

async function visitReactions(asBot: Opened['asBot'], reactions: string): Promise<void> {
  const reaction = idOf(await asBot('POST', reactions, { content: 'eyes' }));
  await asBot('POST', reactions, { content: 'eyes' });
  await asBot('POST', reactions, { content: 'applause' });
  await asBot('GET', reactions);
  await asBot('DELETE', `${reactions}/${reaction}`);
  await asBot('DELETE', `${reactions}/${reaction}`);
}

async function visitReviews({ asBot, people }: Opened): Promise<void> {
  const place = { path: 'draft/one.md', side: 'RIGHT' };
  const comments = [
    { ...place, line: 10, body: 'One line.' },
    { ...place, start_line: 10, start_side: 'RIGHT', line: 11, body: 'Two lines.' },
  ];
  const review = idOf(await asBot('POST', `${PULL}/reviews`, { event: 'COMMENT', body: 'Two things.', comments }));
  await asBot('GET', `${PULL}/reviews`);
  await asBot('GET', `${PULL}/reviews/${review}/comments`);
  const outside = [{ ...place, line: 29, body: 'Outside.' }];
  await asBot('POST', `${PULL}/reviews`, { event: 'COMMENT', comments: outside });
  const pull = z.object({ head: z.object({ sha: z.string() }) }).parse((await asBot('GET', PULL)).body);
  const one = { ...place, line: 11, commit_id: pull.head.sha, body: 'Once more.' };
  const comment = idOf(await asBot('POST', `${PULL}/comments`, one));
  await asBot('POST', `${PULL}/comments/${comment}/replies`, { body: 'And more.' });
  await asBot('GET', `${PULL}/comments`);
  await asBot('GET', `${repo}/pulls/comments/${comment}`);
  await visitReactions(asBot, `${repo}/pulls/comments/${comment}/reactions`);
  await asBot('PATCH', `${repo}/pulls/comments/${comment}`, { body: 'Better.' });
  await people.push({ repo: 'ada/letter', by: 'ada', branch: 'mine', files: { 'draft/one.md': 'all new\n' } });
  await asBot('GET', `${PULL}/comments`);
  await asBot('DELETE', `${repo}/pulls/comments/${comment}`);
}

async function visitChecks({ asBot, asPerson }: Opened): Promise<void> {
  const pull = z.object({ head: z.object({ sha: z.string() }) }).parse((await asBot('GET', PULL)).body);
  const annotation = { path: 'draft/one.md', start_line: 1, end_line: 1, annotation_level: 'failure', message: 'No.' };
  const output = { title: 'One error', summary: 'Read on.', annotations: [annotation] };
  const order = { name: 'Copydesk', head_sha: pull.head.sha, external_id: '1' };
  const id = idOf(await asBot('POST', `${repo}/check-runs`, { ...order, status: 'in_progress' }));
  const actions = [{ label: 'Again', description: 'Reads it again', identifier: 'again' }];
  await asBot('PATCH', `${repo}/check-runs/${id}`, { conclusion: 'failure', output, actions });
  await asBot('GET', `${repo}/check-runs/${id}`);
  await asBot('GET', `${repo}/check-runs/${id}/annotations`);
  await asBot('GET', `${repo}/commits/${pull.head.sha}/check-runs`);
  await asBot('POST', `${repo}/check-runs`, { ...order, output: { ...output, summary: 'x'.repeat(65_536) } });
  await (
    await asPerson('ada')
  )('POST', `${repo}/check-runs`, order);
}

function idOf({ body }: Answer): number {
  return z.object({ id: z.number() }).parse(body).id;
}
