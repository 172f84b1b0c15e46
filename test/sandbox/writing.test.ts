import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { createOpenApiChecker } from '../support/check-openapi.ts';
import { openSandbox, type Opened, PULL, REPO, tell, writeLines } from './open-sandbox.ts';

const repo = `/repos/${REPO}`;
const WRITE = { contents: 'write', issues: 'write', pull_requests: 'write', checks: 'write' } as const;

const refSchema = z.object({ object: z.object({ sha: z.string() }) });

async function openForWriting(): Promise<Opened & { readonly head: string }> {
  const opened = await openSandbox();
  opened.sandbox.setPermissions(WRITE);
  const { body } = await opened.asBot('GET', `${repo}/git/ref/heads/main`);
  return { ...opened, head: refSchema.parse(body).object.sha };
}

function commitTo(branch: string, expected: string, text = 'changed\n'): string {
  return `mutation { createCommitOnBranch(input: {
    branch: { repositoryNameWithOwner: "${REPO}", branchName: "${branch}" }
    message: { headline: "Change it", body: "For a reason." }
    expectedHeadOid: "${expected}"
    fileChanges: { additions: [{ path: "draft/one.md", contents: "${Buffer.from(text).toString('base64')}" }] }
  }) { commit { oid message author { name } } } }`;
}

describe('a branch', () => {
  test.each([
    ['is made', (sha: string) => ({ ref: 'refs/heads/mine', sha }), '201'],
    ['is not made twice', (sha: string) => ({ ref: 'refs/heads/main', sha }), '422 Reference already exists'],
    ['needs a commit', () => ({ ref: 'refs/heads/mine', sha: '1'.repeat(40) }), '422 Object does not exist'],
    ['needs a full name', (sha: string) => ({ ref: 'mine', sha }), '422 mine is not a valid ref name.'],
  ])('%s', async (_, order, told) => {
    const { asBot, head } = await openForWriting();
    expect(tell(await asBot('POST', `${repo}/git/refs`, order(head)))).toBe(told);
  });

  test('needs permission to write contents', async () => {
    const { asBot, head, sandbox } = await openForWriting();
    sandbox.setPermissions({ ...WRITE, contents: 'read' });
    expect(tell(await asBot('POST', `${repo}/git/refs`, { ref: 'refs/heads/mine', sha: head }))).toBe(
      '403 Resource not accessible by integration',
    );
  });

  test('moves forward only, unless by force', async () => {
    const { asBot, head, people } = await openForWriting();
    await people.push({ repo: REPO, by: 'news', branch: 'mine', files: { a: 'b\n' } });
    const back = { sha: head };
    expect(tell(await asBot('PATCH', `${repo}/git/refs/heads/mine`, back))).toBe('422 Update is not a fast forward');
    expect(tell(await asBot('PATCH', `${repo}/git/refs/heads/mine`, { ...back, force: true }))).toBe('200');
    expect(tell(await asBot('PATCH', `${repo}/git/refs/heads/none`, back))).toBe('422 Reference does not exist');
  });
});

describe('a commit on a branch', () => {
  test('is made by the app where the branch is as it thinks, and refused where it has moved', async () => {
    const { graphql, head, sandbox } = await openForWriting();
    const first = await graphql(commitTo('main', head));
    expect(first).toMatchObject({
      data: {
        createCommitOnBranch: { commit: { message: 'Change it\n\nFor a reason.', author: { name: 'desk[bot]' } } },
      },
    });
    expect(await graphql(commitTo('main', head, 'again\n'))).toMatchObject({
      errors: [{ type: 'STALE_DATA', path: ['createCommitOnBranch'] }],
    });
    expect(await graphql(commitTo('nowhere', head))).toMatchObject({ errors: [{ type: 'NOT_FOUND' }] });
    sandbox.setPermissions({ ...WRITE, contents: 'read' });
    expect(await graphql(commitTo('main', head))).toMatchObject({ errors: [{ type: 'FORBIDDEN' }] });
  });

  test('of two at once only one is made', async () => {
    const { graphql, head } = await openForWriting();
    const both = await Promise.all([1, 2].map((number) => graphql(commitTo('main', head, `${number}\n`))));
    expect(both.filter((one) => JSON.stringify(one).includes('STALE_DATA'))).toHaveLength(1);
  });
});

describe('a pull request by the app', () => {
  const wanted = { title: 'Mine', head: 'mine', base: 'main', body: 'Words' };

  async function openWithBranch() {
    const opened = await openForWriting();
    const { asBot, graphql, head } = opened;
    await asBot('POST', `${repo}/git/refs`, { ref: 'refs/heads/mine', sha: head });
    const empty = tell(await asBot('POST', `${repo}/pulls`, wanted));
    await graphql(commitTo('mine', head));
    return { ...opened, empty };
  }

  test('is opened, changed, closed and opened again as GitHub describes', async () => {
    const { asBot, sandbox, empty } = await openWithBranch();
    expect(empty).toBe('422 Validation Failed: No commits between main and mine');
    const opened = await asBot('POST', `${repo}/pulls`, wanted);
    const { number } = z.object({ number: z.number() }).parse(opened.body);
    expect(tell(await asBot('POST', `${repo}/pulls`, wanted))).toBe(
      '422 Validation Failed: A pull request already exists for news:mine.',
    );
    const own = `${repo}/pulls/${number}`;
    for (const change of [{ body: 'Other words' }, { state: 'closed' }, { state: 'open', title: 'Ours' }]) {
      expect((await asBot('PATCH', own, change)).body).toMatchObject(change);
    }
    await asBot('GET', '/installation/repositories');
    const checker = createOpenApiChecker();
    const exchanges = sandbox.requests.filter(({ operation }) => !operation.startsWith('graphql'));
    expect(exchanges.flatMap((exchange) => checker.check(exchange))).toEqual([]);
  });

  test('is refused where it makes no sense', async () => {
    const { asBot, sandbox } = await openWithBranch();
    expect((await asBot('POST', `${repo}/pulls`, { ...wanted, head: 'none' })).body).toMatchObject({
      message: 'Validation Failed',
      errors: [{ field: 'head', code: 'invalid' }],
    });
    const long = { ...wanted, body: 'x'.repeat(65_537) };
    expect(tell(await asBot('POST', `${repo}/pulls`, long))).toBe(
      '422 Validation Failed: body is too long (maximum is 65536 characters)',
    );
    expect(tell(await asBot('PATCH', PULL, { body: 'x'.repeat(65_537) }))).toContain('body is too long');
    sandbox.setPermissions({ ...WRITE, pull_requests: 'read' });
    expect(tell(await asBot('PATCH', PULL, { body: 'mine' }))).toBe('403 Resource not accessible by integration');
  });

  test('that is merged, or whose branch is gone, is not opened again', async () => {
    const { asBot, people } = await openWithBranch();
    const { body } = await asBot('POST', `${repo}/pulls`, wanted);
    const { number } = z.object({ number: z.number() }).parse(body);
    await people.mergePullRequest({ repo: REPO, number, by: 'news' });
    expect(tell(await asBot('PATCH', `${repo}/pulls/${number}`, { state: 'open' }))).toBe(
      '422 Validation Failed: state cannot be changed.',
    );
  });
});

test('the text of a commit is what was sent, byte for byte', async () => {
  const { asBot, graphql, head } = await openForWriting();
  const text = `${writeLines()}\r\nÄ – 🦀`;
  await graphql(commitTo('main', head, text));
  const { body } = await asBot('GET', `${repo}/contents/draft/one.md`);
  const { content } = z.object({ content: z.string() }).parse(body);
  expect(Buffer.from(content, 'base64').toString()).toBe(text);
});
