import type { PersonState, PullState, SandboxState, ThreadState } from '../../src/sandbox/state.ts';

const ada: PersonState = { login: 'ada', isBot: false };
const bot: PersonState = { login: 'copydesk[bot]', isBot: true };

const patch = [
  '@@ -10,3 +10,5 @@ ## Articles',
  ' * [Sourdough in orbit](https://mira.example/orbit)',
  '+- [Salt & <time>](https://ada.example/salt?utm_source=feed)',
  '+* [Cold proofing](https://ada.example/cold)',
  ' * [A quiet oven](https://noor.example/oven)',
  '-* [An old one](https://old.example/one)',
  '\\ No newline at end of file',
  '',
].join('\n');

const hunk = patch.split('\n').slice(0, 3).join('\n');

const open: ThreadState = {
  id: 501,
  path: 'draft/2026-11-25-letter.md',
  line: 11,
  originalLine: 11,
  side: 'RIGHT',
  diffHunk: hunk,
  isOutdated: false,
  comments: [
    {
      id: 601,
      by: bot,
      at: '2026-11-20T10:00:09Z',
      body: 'An item starts with `* `. <!-- hidden mark -->\n\n```suggestion\n* [Salt & <time>](https://ada.example/salt)\n```',
      edited: false,
    },
  ],
};

const settled: ThreadState = {
  ...open,
  id: 502,
  line: 12,
  originalLine: 12,
  diffHunk: patch.split('\n').slice(0, 4).join('\n'),
  resolvedBy: bot,
  comments: [
    { id: 602, by: bot, at: '2026-11-20T10:00:09Z', body: 'Settled since.', edited: true, minimized: 'resolved' },
  ],
};

const pull: PullState = {
  number: 7,
  title: 'Add "Salt" <img src=x onerror=alert(1)>',
  body: 'Two links. <script>alert(2)</script> ![pixel](https://spy.example/pixel.png) [run](javascript:alert(3))',
  state: 'open',
  isDraft: false,
  author: ada,
  createdAt: '2026-11-20T10:00:00Z',
  base: { ref: 'main', sha: 'b'.repeat(40) },
  head: { label: 'ada:salt', sha: 'a'.repeat(40) },
  files: [
    { path: 'draft/2026-11-25-letter.md', status: 'modified', additions: 2, deletions: 1, patch },
    { path: 'logo.png', status: 'added', additions: 0, deletions: 0 },
  ],
  timeline: [
    {
      kind: 'review',
      id: 401,
      by: bot,
      at: '2026-11-20T10:00:09Z',
      body: '',
      threadIds: [501, 502],
    },
    {
      kind: 'comment',
      id: 701,
      by: bot,
      at: '2026-11-20T10:00:10Z',
      body: '**One thing to fix** before the issue closes.\n\n| what | where |\n|---|---|\n| bullet | line 11 |',
      edited: true,
    },
    { kind: 'pushed', by: ada, at: '2026-11-20T10:05:00Z', sha: 'a'.repeat(40), message: 'Fix the bullet\n\nmore' },
    {
      kind: 'comment',
      id: 702,
      by: ada,
      at: '2026-11-20T10:06:00Z',
      body: 'Off topic.',
      edited: false,
      minimized: 'outdated',
    },
  ],
  threads: [open, settled],
  checks: [
    {
      id: 801,
      name: 'Copydesk',
      by: bot,
      status: 'completed',
      conclusion: 'failure',
      title: '1 error',
      summary: 'One item, **one error**.',
      annotations: [
        {
          path: 'draft/2026-11-25-letter.md',
          startLine: 11,
          endLine: 11,
          level: 'failure',
          title: 'item-bullet',
          message: 'An item starts with "* ".',
        },
      ],
      actions: [{ label: 'Check again', description: 'Reads everything anew', identifier: 'recheck' }],
    },
  ],
};

/** A state with one pull request in which people have written what must stay text. */
export const pageState: SandboxState = {
  unimplemented: [],
  repositories: [
    {
      id: 1,
      owner: 'letter',
      name: 'weekly',
      pulls: [
        { ...pull, number: 6, title: 'Fix a date', state: 'merged', checks: [], threads: [], timeline: [] },
        pull,
      ],
    },
  ],
};
