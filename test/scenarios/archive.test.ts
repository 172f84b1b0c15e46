// What the published issues add to a review: a link that ran before, and where a link belongs.
import { afterEach, describe, expect, test } from '@jest/globals';
import { publishSample } from '../support/published-issues.ts';
import { addItems, DRAFT, writeIssue } from '../support/sample-newsletter.ts';
import { type Scenario, startScenario } from '../support/start-scenario.ts';

let scenario: Scenario;
afterEach(() => scenario.end());

async function start(weeks: number): Promise<void> {
  scenario = await startScenario({ files: { ...publishSample(weeks), [DRAFT]: addItems({}) } });
}

const release = '* [moon 0.99 is out](https://ben.example/moon-0-99)';
const misplaced = addItems({}).replace('### Official\n', `### Moons\n${release}\n\n### Official\n`);

describe('a link that ran before', () => {
  test('is told with number, date and section', async () => {
    const files = {
      'content/2026-02-25-this-week-in-ferris.md': writeIssue('2026-02-25', 640, { Official: [release] }),
    };
    scenario = await startScenario({ files: { ...files, [DRAFT]: addItems({}) } });
    const number = await scenario.submit({ files: addItems({ Official: [release.replace('https', 'http')] }) });
    expect(await scenario.outline(number)).toContain(
      'warning: This link ran in issue 640 (2026-02-25) already, under “Official”: take this one out.',
    );
  });

  test('also where it was published a moment ago, by whatever push', async () => {
    await start(2);
    const before = await scenario.submit({ by: 'ada', files: addItems({ Official: [release] }) });
    expect(await scenario.outline(before)).not.toContain('already');
    await scenario.publish({ 'content/2026-02-25-x.md': writeIssue('2026-02-25', 640, { Official: [release] }) });
    const after = await scenario.submit({ by: 'ben', files: addItems({ Official: [release] }) });
    expect(await scenario.outline(after)).toContain('ran in issue 640 (2026-02-25) already');
  });

  test('the archive costs a request for its list and one for forty issues, once', async () => {
    await start(41);
    const number = await scenario.submit({ files: addItems({ Official: [release] }) });
    const isOfArchive = (request: string): boolean => /ReadFolders|ReadBlobs/.test(request);
    expect(scenario.takeRequests().filter(isOfArchive)).toEqual([
      'graphql query ReadFolders',
      'graphql query ReadBlobs',
      'graphql query ReadBlobs',
    ]);
    await scenario.push(number, addItems({ Official: [`${release} `] }));
    expect(scenario.takeRequests().filter(isOfArchive)).toEqual([]);
  });
});

describe('where a link belongs', () => {
  test('is said of one outside the sections, with the reason', async () => {
    await start(90);
    const number = await scenario.submit({ files: misplaced });
    expect(await scenario.outline(number)).toMatch(/notice: This seems to belong in “Project\/Tooling Updates”: .*/);
  });

  test('stands in the report for editors, whatever section was chosen', async () => {
    await start(90);
    const number = await scenario.submit({ files: addItems({ 'Project/Tooling Updates': [release] }) });
    expect(await scenario.read(number)).toMatchInlineSnapshot(`
     "✔ check: success, Nothing to correct
       | Thank you for your first submission! What the newsletter takes stands in its [guidelines](https://github.com/rust-lang/this-week-in-rust#readme); an article that was written by an LLM should say so itself.
       |
       | Nothing to correct: thank you!
       |
       | ### What this pull request does
       |
       | In \`draft/2026-03-04-this-week-in-ferris.md\`:
       | - added \`moon 0.99 is out\` in \`Project/Tooling Updates\`, line 22; fits there (100 %: all of the last 12 links with this title but for its numbers ran in \`Project/Tooling Updates\`)
       |
       | The editors decide what is published; issue 641 closes on 2026-03-04."
    `);
  });

  test('is answered when somebody asks', async () => {
    await start(90);
    const number = await scenario.submit({ files: addItems({ 'Observations/Thoughts': [release] }) });
    await scenario.say(number, 'ada', '/copydesk section?');
    expect(await scenario.read(number)).toMatch(/`moon 0.99 is out` seems to belong in `Project\/Tooling Updates`: /);
  });

  test('a new newsletter gets no suggestion', async () => {
    await start(3);
    const number = await scenario.submit({ files: misplaced });
    expect(await scenario.read(number)).not.toMatch(/belong|would fit|fits there/);
    await scenario.say(number, 'ada', '/copydesk section?');
    expect(await scenario.read(number)).toContain('what ran before does not tell clearly where it belongs');
  });
});
