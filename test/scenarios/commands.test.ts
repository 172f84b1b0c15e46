import { beforeEach, describe, expect, test } from '@jest/globals';
import { addItems } from '../support/sample-newsletter.ts';
import { REPOSITORY, type Scenario, startScenario, useScenarios } from '../support/start-scenario.ts';

const start = useScenarios(startScenario);
let scenario: Scenario;
beforeEach(async () => {
  scenario = await start();
  await scenario.sandbox.people.setRole({ repo: REPOSITORY, login: 'editor', role: 'write' });
});

/** An error and, after the link, a warning. */
const slips = addItems({ 'Observations/Thoughts': ['- [Claws and effect](https://claws.test/effect) (a talk)'] });
const clean = addItems({ 'Observations/Thoughts': ['* [Claws and effect](https://claws.test/effect)'] });

/** What is said in the conversation since the bot's summary, with reactions. */
async function talk(number: number): Promise<string> {
  const lines = (await scenario.outline(number)).split('\n');
  return lines
    .filter((line) => /comments|answers/.test(line) && !line.startsWith('copydesk[bot] comments (edited'))
    .join('\n');
}

async function verdict(number: number): Promise<string> {
  return (await scenario.outline(number)).split('\n')[0] ?? '';
}

/** The last words of the bot. */
async function lastWords(number: number): Promise<string> {
  return (await scenario.read(number)).split('\n\n').at(-1) ?? '';
}

describe('help', () => {
  test('is for anybody', async () => {
    const number = await scenario.submit({ files: clean });
    await scenario.say(number, 'stranger', '/copydesk help');
    expect(await scenario.read(number)).toMatchInlineSnapshot(`
     "✔ check: success, Nothing to correct
       | Thank you for your first submission! What the newsletter takes stands in its [guidelines](https://github.com/rust-lang/this-week-in-rust#readme); an article that was written by an LLM should say so itself.
       |
       | Nothing to correct: thank you!
       |
       | ### What this pull request does
       |
       | In \`draft/2026-03-04-this-week-in-ferris.md\`:
       | - added \`Claws and effect\` in \`Observations/Thoughts\`, line 25
       |
       | The editors decide what is published; issue 641 closes on 2026-03-04.

     stranger comments (+1 by copydesk[bot])
       | /copydesk help

     copydesk[bot] comments
       | \`/copydesk help\`: A line of a new comment that starts with one of these is a command:
       |
       | - \`/copydesk recheck\` reviews the pull request again.
       | - \`/copydesk section?\` tells where its items seem to belong, by what ran before, and which sections there are.
       | - \`/copydesk section <name>\` tells how to move an item there.
       | - \`/copydesk ignore <rule> [reason]\` leaves the findings of a rule out. Delete the comment to take it back.
       | - \`/copydesk fill [section, …]\` fills the sections that have a source, in a pull request of its own.
       |
       | They are for the author and for people with write access; only the latter can have errors ignored, and sections filled."
    `);
  });

  test('comes for what is no command, too', async () => {
    const number = await scenario.submit({ files: clean });
    await scenario.say(number, 'ada', '/copydesk fulfil');
    expect(await talk(number)).toBe('ada comments (confused by copydesk[bot])\ncopydesk[bot] comments');
  });
});

describe('what is no command', () => {
  test.each([
    ['code', '```\n/copydesk help\n```'],
    ['a quotation', '> /copydesk help'],
    ['a comment that nobody sees', '<!--\n/copydesk help\n-->'],
  ])('%s', async (_, body) => {
    const number = await scenario.submit({ files: clean });
    scenario.takeRequests();
    await scenario.say(number, 'ada', body);
    expect(scenario.takeRequests()).toEqual([]);
    expect(await talk(number)).toBe('ada comments');
  });

  test('an edited comment', async () => {
    const number = await scenario.submit({ files: clean });
    const comment = await scenario.say(number, 'ada', 'Hello!');
    const edit = { repo: REPOSITORY, number, by: 'ada', comment, body: '/copydesk help' };
    await scenario.sandbox.people.editComment(edit);
    await scenario.redeliver('pull_request');
    expect(await talk(number)).toBe('ada comments (edited)');
  });

  test('what an app writes', async () => {
    const number = await scenario.submit({ files: clean });
    await scenario.sandbox.people.createUser({ login: 'other[bot]', isBot: true });
    await scenario.say(number, 'other[bot]', '/copydesk help');
    await scenario.redeliver('pull_request');
    expect(await talk(number)).toBe('other[bot] comments');
  });
});

describe('ignore', () => {
  test('by somebody with write access: errors are gone, and the check says who and why', async () => {
    const number = await scenario.submit({ files: slips });
    await scenario.say(number, 'editor', '/copydesk ignore item-bullet @ada is right, see #1');
    await scenario.say(number, 'editor', '/copydesk ignore item-form');
    expect(await scenario.read(number)).toMatchInlineSnapshot(`
     "✔ check: success, Nothing to correct
       | Thank you for your first submission! What the newsletter takes stands in its [guidelines](https://github.com/rust-lang/this-week-in-rust#readme); an article that was written by an LLM should say so itself.
       |
       | Nothing to correct: thank you!
       |
       | ### Ignored
       |
       | - \`draft/2026-03-04-this-week-in-ferris.md\` line 25: **Error:** The bullet is \`-\`: start the line with \`* \`, as the other items do. ([item-bullet](https://redirect.github.com/copydesk/copydesk/blob/main/docs/rules/item-bullet.md)) Ignored by \`editor\`: \`@ada is right, see #1\`
       | - \`draft/2026-03-04-this-week-in-ferris.md\` line 25: **Warning:** There is text after the link (\`(a talk)\`): an item is one link, so take it out. ([item-form](https://redirect.github.com/copydesk/copydesk/blob/main/docs/rules/item-form.md)) Ignored by \`editor\`
       |
       | ### What this pull request does
       |
       | In \`draft/2026-03-04-this-week-in-ferris.md\`:
       | - added \`Claws and effect\` in \`Observations/Thoughts\`, line 25
       |
       | The editors decide what is published; issue 641 closes on 2026-03-04.

     copydesk[bot] reviews
       | One thing to look at, with a fix to accept.
       draft/2026-03-04-this-week-in-ferris.md 25 (hidden)
         | - **Error:** The bullet is \`-\`: start the line with \`* \`, as the other items do. ([item-bullet](https://redirect.github.com/copydesk/copydesk/blob/main/docs/rules/item-bullet.md))
         | - **Warning:** There is text after the link (\`(a talk)\`): an item is one link, so take it out. ([item-form](https://redirect.github.com/copydesk/copydesk/blob/main/docs/rules/item-form.md))
         |
         | \`\`\`suggestion
         | * [Claws and effect](https://claws.test/effect)
         | \`\`\`

     copydesk[bot] comments (edited)
       | **All clear.** What is left is ignored, and listed in the check: thank you! The editors decide what is published; issue 641 closes on 2026-03-04.

     editor comments (+1 by copydesk[bot])
       | /copydesk ignore item-bullet @ada is right, see #1

     editor comments (+1 by copydesk[bot])
       | /copydesk ignore item-form"
    `);
    expect(scenario.sandbox.notifications.filter(({ by }) => by === 'copydesk[bot]')).toEqual([]);
  });

  test('by the author: hints and warnings', async () => {
    const number = await scenario.submit({ files: slips });
    await scenario.say(number, 'ada', '/copydesk ignore item-form');
    expect(await verdict(number)).toBe('✔ check: failure, 1 error');
    await scenario.say(number, 'ada', '/copydesk ignore item-bullet');
    expect(await verdict(number)).toBe('✔ check: failure, 1 error');
    expect(await lastWords(number)).toMatchInlineSnapshot(`
     "copydesk[bot] comments
       | \`/copydesk ignore item-bullet\`: What \`item-bullet\` found are errors, which only people with write access can have ignored: ask an editor."
    `);
  });

  test('by anybody else: nothing', async () => {
    const number = await scenario.submit({ files: slips });
    const before = await verdict(number);
    await scenario.say(number, 'stranger', '/copydesk ignore item-form');
    expect(await verdict(number)).toBe(before);
    expect(await lastWords(number)).toMatchInlineSnapshot(`
     "copydesk[bot] comments
       | \`/copydesk ignore item-form\`: This is for the author of the pull request and for people with write access: ask one of them."
    `);
  });

  test('survives pushes and restarts, until the comment is edited', async () => {
    const number = await scenario.submit({ files: slips });
    const comment = await scenario.say(number, 'editor', '/copydesk ignore item-bullet\n/copydesk ignore item-form');
    expect(await verdict(number)).toBe('✔ check: success, Nothing to correct');
    await scenario.push(number, `${slips}\n`);
    expect(await verdict(number)).toBe('✔ check: success, Nothing to correct');
    await scenario.sandbox.people.editComment({ repo: REPOSITORY, number, by: 'editor', comment, body: 'Never mind.' });
    await scenario.settle();
    expect(await verdict(number)).toBe('✔ check: failure, 1 error and 1 warning');
  });

  test.each(['deleteComment', 'editComment'] as const)(
    'is taken back with its comment (%s), also while GitHub still shows it as it was',
    async (change) => {
      const number = await scenario.submit({ files: slips });
      const comment = await scenario.say(number, 'editor', '/copydesk ignore item-bullet');
      await scenario.redeliver('pull_request');
      expect(await verdict(number)).toBe('✔ check: neutral, 1 warning');
      await scenario.clock.sleep(60_000);
      scenario.sandbox.faults.addApiFault({ on: 'query ReadPullRequest', times: 3, fault: { kind: 'stale' } });
      await scenario.sandbox.people[change]({ repo: REPOSITORY, number, by: 'editor', comment, body: 'Never mind.' });
      await scenario.settle();
      expect(await verdict(number)).toBe('✔ check: failure, 1 error and 1 warning');
    },
  );

  test('ends for errors when its author loses write access', async () => {
    const number = await scenario.submit({ files: slips });
    await scenario.say(number, 'editor', '/copydesk ignore item-bullet');
    await scenario.sandbox.people.setRole({ repo: REPOSITORY, login: 'editor', role: 'read' });
    await scenario.redeliver('pull_request');
    expect(await verdict(number)).toBe('✔ check: failure, 1 error and 1 warning');
  });

  test('of a rule that there is not: names the nearest', async () => {
    const number = await scenario.submit({ files: slips });
    await scenario.say(number, 'ada', '/copydesk ignore item-bulet');
    expect(await lastWords(number)).toMatchInlineSnapshot(`
     "copydesk[bot] comments
       | \`/copydesk ignore item-bulet\`: There is no rule \`item-bulet\` (\`item-bullet\` comes nearest): use the name that stands behind the finding."
    `);
  });

  test('in the thread of the finding: the thread is put away with it', async () => {
    const number = await scenario.submit({ files: slips });
    const { repositories } = await scenario.sandbox.state();
    const thread = repositories.flatMap(({ pulls }) => pulls.flatMap(({ threads }) => threads))[0]?.id ?? 0;
    const body = '/copydesk ignore item-bullet\n/copydesk ignore item-form';
    await scenario.sandbox.people.reply({ repo: REPOSITORY, number, by: 'editor', thread, body });
    await scenario.settle();
    await scenario.sandbox.people.reply({ repo: REPOSITORY, number, by: 'editor', thread, body: '/copydesk recheck' });
    await scenario.settle();
    expect(await scenario.read(number)).toMatchInlineSnapshot(`
     "✔ check: success, Nothing to correct
       | Thank you for your first submission! What the newsletter takes stands in its [guidelines](https://github.com/rust-lang/this-week-in-rust#readme); an article that was written by an LLM should say so itself.
       |
       | Nothing to correct: thank you!
       |
       | ### Ignored
       |
       | - \`draft/2026-03-04-this-week-in-ferris.md\` line 25: **Error:** The bullet is \`-\`: start the line with \`* \`, as the other items do. ([item-bullet](https://redirect.github.com/copydesk/copydesk/blob/main/docs/rules/item-bullet.md)) Ignored by \`editor\`
       | - \`draft/2026-03-04-this-week-in-ferris.md\` line 25: **Warning:** There is text after the link (\`(a talk)\`): an item is one link, so take it out. ([item-form](https://redirect.github.com/copydesk/copydesk/blob/main/docs/rules/item-form.md)) Ignored by \`editor\`
       |
       | ### What this pull request does
       |
       | In \`draft/2026-03-04-this-week-in-ferris.md\`:
       | - added \`Claws and effect\` in \`Observations/Thoughts\`, line 25
       |
       | The editors decide what is published; issue 641 closes on 2026-03-04.

     copydesk[bot] reviews
       | One thing to look at, with a fix to accept.
       draft/2026-03-04-this-week-in-ferris.md 25 (hidden)
         | - **Error:** The bullet is \`-\`: start the line with \`* \`, as the other items do. ([item-bullet](https://redirect.github.com/copydesk/copydesk/blob/main/docs/rules/item-bullet.md))
         | - **Warning:** There is text after the link (\`(a talk)\`): an item is one link, so take it out. ([item-form](https://redirect.github.com/copydesk/copydesk/blob/main/docs/rules/item-form.md))
         |
         | \`\`\`suggestion
         | * [Claws and effect](https://claws.test/effect)
         | \`\`\`
         editor answers (+1 by copydesk[bot])
         | /copydesk ignore item-bullet
         | /copydesk ignore item-form
         editor answers (confused by copydesk[bot])
         | /copydesk recheck
         copydesk[bot] answers
         | \`/copydesk recheck\`: In a thread only \`ignore\` is taken: write this one as a comment of the conversation.

     copydesk[bot] comments (edited)
       | **All clear.** What is left is ignored, and listed in the check: thank you! The editors decide what is published; issue 641 closes on 2026-03-04.

     editor reviews
       |

     editor reviews
       |

     copydesk[bot] reviews
       |"
    `);
  });
});

describe('recheck', () => {
  test('by the author and by editors: the check is written again', async () => {
    const number = await scenario.submit({ files: slips });
    for (const by of ['ada', 'editor']) {
      scenario.takeRequests();
      await scenario.say(number, by, '/copydesk recheck');
      expect(scenario.takeRequests().filter((operation) => !/query|GET/.test(operation))).toEqual([
        'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}',
        'graphql mutation addReaction',
      ]);
    }
    expect(await talk(number)).toMatchInlineSnapshot(`
     "copydesk[bot] comments
     ada comments (+1 by copydesk[bot])
     editor comments (+1 by copydesk[bot])"
    `);
  });

  test('by strangers, and of what is closed or a draft: is refused', async () => {
    const number = await scenario.submit({ files: slips, isDraft: true });
    await scenario.say(number, 'stranger', '/copydesk recheck');
    await scenario.say(number, 'ada', '/copydesk recheck');
    await scenario.sandbox.people.closePullRequest({ repo: REPOSITORY, number, by: 'ada' });
    await scenario.say(number, 'ada', '/copydesk recheck');
    expect(await scenario.read(number)).toMatchInlineSnapshot(`
     "stranger comments (confused by copydesk[bot])
       | /copydesk recheck

     copydesk[bot] comments
       | \`/copydesk recheck\`: This is for the author of the pull request and for people with write access: ask one of them.

     ada comments (confused by copydesk[bot])
       | /copydesk recheck

     copydesk[bot] comments
       | \`/copydesk recheck\`: The pull request is a draft: mark it as ready for review first.

     — closed

     ada comments (confused by copydesk[bot])
       | /copydesk recheck

     copydesk[bot] comments
       | \`/copydesk recheck\`: The pull request is closed: reopen it first."
    `);
  });
});

describe('section', () => {
  test('?: names the sections of the item’s region', async () => {
    const number = await scenario.submit({ files: clean });
    await scenario.say(number, 'ada', '/copydesk section?');
    expect(await lastWords(number)).toMatchInlineSnapshot(`
     "copydesk[bot] comments
       | \`/copydesk section?\`: \`Claws and effect\`: what ran before does not tell clearly where it belongs.
       |
       | It could stand in one of these sections: \`Official\`, \`Newsletters\`, \`Project/Tooling Updates\`, \`Observations/Thoughts\`, \`Rust Walkthroughs\`, \`Miscellaneous\`. \`/copydesk section <name>\` tells how to move it there."
    `);
  });

  test('near by: a suggestion moves the corrected line', async () => {
    const number = await scenario.submit({ files: slips.replace(' (a talk)', '') });
    await scenario.say(number, 'ada', '/copydesk section walkthroughs');
    expect(await lastWords(number)).toMatchInlineSnapshot(`
     "copydesk[bot] reviews
       |
       draft/2026-03-04-this-week-in-ferris.md 25-28
         | This moves \`Claws and effect\` to \`Rust Walkthroughs\`:
         |
         | \`\`\`suggestion
         |
         | ### Rust Walkthroughs
         | * [Moulting, step by step](https://crabs.test/moulting)
         | * [Claws and effect](https://claws.test/effect)
         | \`\`\`"
    `);
  });

  test('far away: tells the line and what to paste', async () => {
    const number = await scenario.submit({ files: clean });
    await scenario.say(number, 'editor', '/copydesk section Official');
    expect(await lastWords(number)).toMatchInlineSnapshot(`
     "copydesk[bot] comments
       | \`/copydesk section Official\`: Take line 25 (\`Claws and effect\`) out, and put this below line 17 of \`draft/2026-03-04-this-week-in-ferris.md\`, the end of \`Official\`:
       |
       | \`\`\`md
       | * [Claws and effect](https://claws.test/effect)
       | \`\`\`"
    `);
  });

  test('of several items: tells which', async () => {
    const items = ['* [One](https://claws.test/1)', '* [Two](https://claws.test/2)'];
    const number = await scenario.submit({ files: addItems({ Official: items }) });
    await scenario.say(number, 'ada', '/copydesk section miscellaneous');
    expect(await lastWords(number)).toMatchInlineSnapshot(`
     "copydesk[bot] comments
       | \`/copydesk section miscellaneous\`: Take line 18 (\`One\`) out, and put this below line 31 of \`draft/2026-03-04-this-week-in-ferris.md\`, the end of \`Miscellaneous\`:
       |
       | \`\`\`md
       | * [One](https://claws.test/1)
       | \`\`\`
       |
       | Take line 19 (\`Two\`) out, and put this below line 31 of \`draft/2026-03-04-this-week-in-ferris.md\`, the end of \`Miscellaneous\`:
       |
       | \`\`\`md
       | * [Two](https://claws.test/2)
       | \`\`\`"
    `);
  });

  test.each([
    ['Thoughts', 'ada', 'It stands in `Observations/Thoughts` already.'],
    ['@ferris `#1` <b>', 'ada', 'The draft has no open section ``@ferris `#1` <b>``.'],
    ['official', 'stranger', 'This is for the author of the pull request and for people with write access'],
  ])('%s, asked for by %s: %s', async (name, by, words) => {
    const number = await scenario.submit({ files: clean });
    await scenario.say(number, by, `/copydesk section ${name}`);
    expect(await lastWords(number)).toContain(words);
    expect(await talk(number)).toContain(`${by} comments (confused by copydesk[bot])`);
    expect(scenario.sandbox.notifications.filter((one) => one.by === 'copydesk[bot]')).toEqual([]);
  });

  test('that is closed to the author: says where to go instead, and does not offer it', async () => {
    scenario = await start({ start: '2026-09-01T09:00:00Z' });
    const number = await scenario.submit({ files: clean });
    await scenario.say(number, 'ada', '/copydesk section Project/Tooling Updates');
    expect(await lastWords(number)).toContain('takes no submissions by pull request. Post the link on');
    await scenario.say(number, 'ada', '/copydesk section?');
    expect(await lastWords(number)).not.toContain('Tooling');
  });
});
