import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { addItems, sampleNewsletter } from '../support/sample-newsletter.ts';
import { type Scenario, startScenario } from '../support/start-scenario.ts';

const PATH = '.github/copydesk.yml';
const dashed = addItems({ 'Observations/Thoughts': ['- [Claws and effect](https://claws.test/effect)'] });

let scenario: Scenario;
beforeEach(async () => {
  scenario = await startScenario();
});
afterEach(() => scenario.end());

describe('a pull request changes the configuration', () => {
  test('validly: the check says what it changes', async () => {
    const text = 'bullet: "-"\nrules:\n  item-form: off\n';
    const number = await scenario.submit({ files: { [PATH]: text } });
    expect(await scenario.read(number)).toMatchInlineSnapshot(`
     "✔ check: success, The configuration is valid
       | The configuration is valid. On the default branch it will change \`bullet\`, \`rules.item-form\`."
    `);
  });

  test('with mistakes: each is said on its line', async () => {
    const text = 'bulet: "-"\nrules:\n  item-form: of\n';
    const number = await scenario.submit({ files: { [PATH]: text } });
    expect(await scenario.read(number)).toMatchInlineSnapshot(`
     "✔ check: failure, 2 errors
       | ### Findings
       |
       | - \`.github/copydesk.yml\` line 1: **Error:** There is no key \`bulet\` here: did you mean \`bullet\`? ([configuration](https://redirect.github.com/copydesk/copydesk/blob/main/docs/rules/configuration.md))
       | - \`.github/copydesk.yml\` line 3: **Error:** The value \`of\` is unknown here: did you mean \`off\`? ([configuration](https://redirect.github.com/copydesk/copydesk/blob/main/docs/rules/configuration.md))
       |
       | The editors decide what is published.
       @ .github/copydesk.yml:1 failure: There is no key “bulet” here: did you mean “bullet”?
       @ .github/copydesk.yml:3 failure: The value “of” is unknown here: did you mean “off”?

     copydesk[bot] reviews
       | 2 things to look at.
       .github/copydesk.yml 1
         | **Error:** There is no key \`bulet\` here: did you mean \`bullet\`? ([configuration](https://redirect.github.com/copydesk/copydesk/blob/main/docs/rules/configuration.md))
       .github/copydesk.yml 3
         | **Error:** The value \`of\` is unknown here: did you mean \`off\`? ([configuration](https://redirect.github.com/copydesk/copydesk/blob/main/docs/rules/configuration.md))

     copydesk[bot] comments
       | Thank you for your first submission! What the newsletter takes stands in its [guidelines](https://redirect.github.com/rust-lang/this-week-in-rust#readme); an article that was written by an LLM should say so itself. Copydesk found **2 errors**. They are explained on their lines under *Files changed*.
       |
       | **Next:** Make the changes and push. Copydesk reads every push and keeps this comment up to date. The editors decide what is published."
    `);
    await scenario.push(number, { [PATH]: 'bullet: "-"\nrules:\n  item-form: off\n' });
    expect(await scenario.outline(number)).toMatchInlineSnapshot(`
     "✔ check: success, The configuration is valid
     copydesk[bot] reviews
       .github/copydesk.yml 1 (outdated, hidden)
       .github/copydesk.yml 3 (outdated, hidden)
     copydesk[bot] comments (edited)
     — ada pushes"
    `);
  });

  test('and its own submission is judged by what is in force', async () => {
    const number = await scenario.submit({
      files: { [PATH]: 'bullet: "-"\n', 'draft/2026-03-04-this-week-in-ferris.md': dashed },
    });
    expect(await scenario.outline(number)).toMatchInlineSnapshot(`
     "✔ check: failure, 1 error
       @ draft/2026-03-04-this-week-in-ferris.md:25 failure: The bullet is “-”: start the line with “* ”, as the other items do.
     copydesk[bot] reviews
       draft/2026-03-04-this-week-in-ferris.md 25
     copydesk[bot] comments"
    `);
  });

  test('by taking the file away: the defaults will hold', async () => {
    await scenario.publish({ [PATH]: 'bullet: "-"\n' });
    const number = await scenario.submit({ files: { [PATH]: null } });
    expect(await scenario.read(number)).toMatchInlineSnapshot(`
     "✔ check: success, The configuration is valid
       | The configuration is valid. On the default branch it will change \`bullet\`."
    `);
  });
});

describe('the configuration on the default branch', () => {
  test('decides from the moment it is there, for open pull requests too', async () => {
    const number = await scenario.submit({ files: dashed });
    expect(await scenario.outline(number)).toContain('failure, 1 error');
    await scenario.publish({ [PATH]: 'bullet: "-"\n' });
    expect(await scenario.outline(number)).toContain('success');
    await scenario.publish({ [PATH]: null });
    expect(await scenario.outline(number)).toContain('failure, 1 error');
  });

  test('with a mistake leaves the last one without in force, and the check says so', async () => {
    await scenario.publish({ [PATH]: 'bullet: "-"\n' });
    await scenario.publish({ [PATH]: 'bullet: "-"\nbulet: "*"\n' });
    const number = await scenario.submit({ files: dashed });
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
       | On the default branch, \`.github/copydesk.yml\` has a mistake in line 2, column 1, so its last version without one is in force. There is no key \`bulet\` here: did you mean \`bullet\`?
       |
       | The editors decide what is published; issue 641 closes on 2026-03-04."
    `);
  });

  test.each([
    ['says nothing new', 'bullet: "-"\n', ['ReadPullRequest']],
    ['moves the drafts', 'paths: { drafts: [notes] }\n', ['ReadPullRequest', 'ReadPullRequest']],
    ['has a mistake', 'bulet: "-"\n', ['ReadPullRequest', 'ReadConfigurationHistory']],
  ])('that %s is asked for once', async (_, text, queries) => {
    await scenario.publish({ [PATH]: text });
    const ask = async (): Promise<readonly string[]> => {
      scenario.takeRequests();
      await scenario.submit({ files: { 'notes/a.md': '# A\n' } });
      return scenario.takeRequests().filter((request) => request.startsWith('graphql query'));
    };
    expect(await ask()).toEqual(queries.map((query) => `graphql query ${query}`));
    expect(await ask()).toEqual(['graphql query ReadPullRequest']);
  });

  test('that names a folder which has been renamed: the check says so', async () => {
    await scenario.publish({ [PATH]: 'paths: { drafts: [notes] }\n' });
    const number = await scenario.submit({ files: dashed });
    expect(await scenario.read(number)).toMatchInlineSnapshot(`
     "✔ check: success, Nothing to review
       | This pull request changes no file of the newsletter.
       |
       | The default branch has nothing where \`.github/copydesk.yml\` says that drafts are (\`notes\`): if they have moved, correct \`paths\`."
    `);
  });

  test('says which pushes concern the drafts', async () => {
    await scenario.publish({ [PATH]: 'paths: { drafts: [notes] }\n', 'notes/a.md': '# A\n', ...sampleNewsletter });
    const number = await scenario.submit({ files: { 'notes/a.md': '# A\n\n* [Claws](https://claws.test/)\n' } });
    scenario.takeRequests();
    await scenario.publish({ 'draft/new.md': '# New\n' });
    expect(scenario.takeRequests()).toEqual(['graphql query ReadConfiguration']);
    await scenario.publish({ 'notes/a.md': null, 'notes/b.md': '# B\n' });
    expect(scenario.takeRequests()).toContain('graphql query ReadPullRequest');
    expect(await scenario.outline(number)).toContain('This draft is no longer open');
  });
});
