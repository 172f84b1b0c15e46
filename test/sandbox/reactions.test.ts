import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { renderConversation } from '../../src/sandbox/page/render-conversation.ts';
import { openSandbox, type Opened, REPO, tell } from './open-sandbox.ts';

const on = { repo: REPO, number: 1, by: 'ada' };
const repo = `/repos/${REPO}`;
const nodeSchema = z.object({ node_id: z.string() });

async function say({ people, asBot }: Opened): Promise<{ comment: number; node: string; reactions: string }> {
  const { id } = await people.comment({ ...on, body: 'Please look.' });
  const { node_id } = nodeSchema.parse((await asBot('GET', `${repo}/issues/comments/${id}`)).body);
  return { comment: id, node: node_id, reactions: `${repo}/issues/comments/${id}/reactions` };
}

const react = (node: string, content: string) =>
  `mutation { addReaction(input: { subjectId: "${node}", content: ${content} }) { reaction { content user { login } } } }`;

describe('a reaction', () => {
  test('is seen by whoever reads the comment, and is the same one when it comes twice', async () => {
    const opened = await openSandbox();
    const { node, reactions } = await say(opened);
    const first = await opened.asBot('POST', reactions, { content: '+1' });
    const second = await opened.asBot('POST', reactions, { content: '+1' });
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(second.body).toEqual(first.body);
    await opened.graphql(react(node, 'THUMBS_UP'));
    await opened.people.react({ ...on, comment: (await say(opened)).comment, content: 'heart' });
    const groups = 'reactionGroups { content viewerHasReacted reactors { totalCount } }';
    const answer = await opened.graphql(`{ node(id: "${node}") { ... on IssueComment { lastEditedAt ${groups} } } }`);
    expect(JSON.stringify(answer)).toContain(
      '"content":"THUMBS_UP","viewerHasReacted":true,"reactors":{"totalCount":1}',
    );
    expect(JSON.stringify(answer)).toContain('"content":"HEART","viewerHasReacted":false');
    expect(JSON.stringify(answer)).toContain('"lastEditedAt":null');
  });

  test('is taken back by its author alone', async () => {
    const opened = await openSandbox();
    const { reactions } = await say(opened);
    const { id } = z
      .object({ id: z.number() })
      .parse((await opened.asBot('POST', reactions, { content: 'eyes' })).body);
    const asEve = await opened.asPerson('eve');
    expect((await asEve('DELETE', `${reactions}/${id}`)).status).toBe(403);
    expect((await opened.asBot('DELETE', `${reactions}/${id}`)).status).toBe(204);
    expect((await opened.asBot('GET', reactions)).body).toEqual([]);
  });

  test('is refused without permission, of a kind that there is none of, and on what is no comment', async () => {
    const opened = await openSandbox();
    const { node, reactions } = await say(opened);
    const pull = nodeSchema.parse((await opened.asBot('GET', `${repo}/pulls/1`)).body).node_id;
    expect(tell(await opened.asBot('POST', reactions, { content: 'applause' }))).toMatch(/^422 /);
    expect(tell(await opened.asBot('POST', reactions, {}))).toMatch(/^422 /);
    expect(JSON.stringify(await opened.graphql(react(node, 'APPLAUSE')))).toContain('APPLAUSE');
    expect(JSON.stringify(await opened.graphql(react(pull, 'EYES')))).toContain('cannot be reacted to');
    opened.sandbox.setPermissions({ issues: 'read', pull_requests: 'read' });
    expect((await opened.asBot('POST', reactions, { content: 'eyes' })).status).toBe(403);
    expect(JSON.stringify(await opened.graphql(react(node, 'EYES')))).toContain('FORBIDDEN');
    expect((await opened.asBot('GET', reactions)).body).toEqual([]);
  });

  test('stands under its comment on the page', async () => {
    const opened = await openSandbox();
    const { comment } = await say(opened);
    await opened.people.react({ ...on, comment, content: '+1' });
    const [pull] = (await opened.sandbox.state()).repositories[0]?.pulls ?? [];
    expect(pull && renderConversation(pull).text).toContain('title="+1: ada">👍 1</span>');
  });
});
