// What is behind links, from the webhook to the conversation.
import { afterEach, describe, expect, test } from '@jest/globals';
import type { PageFacts } from '../../src/pages/page-facts.ts';
import type { Pages } from '../../src/ports/pages.ts';
import { aDeadPage, anUnverifiedPage, aPage } from '../support/fake-pages.ts';
import { addItems } from '../support/sample-newsletter.ts';
import { type Scenario, startScenario } from '../support/start-scenario.ts';

let scenario: Scenario;
afterEach(() => scenario.end());

/** Pages by address; one that has to be waited for comes when it is asked for the second time. */
function createPages(
  known: Readonly<Record<string, PageFacts>>,
  late: readonly string[] = [],
): Pages & { asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    read: async (url) => {
      asked.push(url);
      if (late.includes(url) && asked.filter((one) => one === url).length === 1) await new Promise(() => undefined);
      return Promise.resolve(known[url] ?? anUnverifiedPage(url));
    },
    close: () => Promise.resolve(),
  };
}

const dead = '* [Claws and effect](https://claws.test/efect)';
const other = '* [Something](https://shells.test/beginners)';
const known = {
  'https://claws.test/efect': aDeadPage('https://claws.test/efect'),
  'https://shells.test/beginners': aPage('https://shells.test/beginners', { title: 'Shells for beginners | Shells' }),
};

async function submit(pages: Pages, ...lines: readonly string[]): Promise<number> {
  scenario = await startScenario({ pages });
  return scenario.submit({ files: addItems({ 'Observations/Thoughts': lines }) });
}

test('a dead link and a title, said on their lines', async () => {
  const pages = createPages(known);
  const number = await submit(pages, dead, other);
  expect(await scenario.outline(number)).toMatchInlineSnapshot(`
   "✔ check: neutral, 1 warning and 1 hint
     @ draft/2026-03-04-this-week-in-ferris.md:25 warning: There is no page behind “https:​//claws.test/efect” (its site answers 404): correct the address.
     @ draft/2026-03-04-this-week-in-ferris.md:26 notice: The page calls itself “Shells for beginners”: take its title, unless yours says more.
   copydesk[bot] reviews
     draft/2026-03-04-this-week-in-ferris.md 25
     draft/2026-03-04-this-week-in-ferris.md 26
   copydesk[bot] comments"
  `);
  // What stood there before is nobody's business today.
  expect(pages.asked.toSorted()).toEqual(Object.keys(known));
});

describe('a page that takes its time', () => {
  test('does not hold the review up, and is told when it is there', async () => {
    const pages = createPages(known, ['https://claws.test/efect']);
    const number = await submit(pages, dead, other);
    expect(await scenario.outline(number)).toContain('There is no page behind');
    const heads = scenario.logLines.filter((line) => line.includes('Reviewed: '));
    expect(heads).toHaveLength(2);
    expect(heads[0]).not.toContain('2 inline comments');
  });

  test('and that changes nothing leaves no trace but the check', async () => {
    const fine = aPage('https://shells.test/beginners', { title: 'Shells for beginners' });
    const pages = createPages({ 'https://shells.test/beginners': fine }, ['https://shells.test/beginners']);
    const number = await submit(pages, '* [Shells for beginners](https://shells.test/beginners)');
    const conversation = await scenario.read(number);
    expect(conversation).toMatch(/^✔ check: success, Nothing to correct/);
    expect(conversation).not.toContain('still reading');
    expect(conversation).not.toContain('comments');
  });

  test('for ever is given up', async () => {
    const read = async (): Promise<PageFacts> => new Promise(() => undefined);
    const number = await submit({ read, close: () => Promise.resolve() }, dead);
    expect(await scenario.read(number)).toContain('Copydesk could not verify 1 link');
    expect(scenario.clock.naps.filter((nap) => nap === 3000).length).toBeLessThanOrEqual(6);
  });
});

test('trouble on our side is no finding: the check says how many links could not be verified', async () => {
  const pages = createPages({ 'https://claws.test/efect': anUnverifiedPage('https://claws.test/efect', 'network') });
  const number = await submit(pages, dead, other, '* [More](http://127.0.0.1/)');
  const conversation = await scenario.read(number);
  expect(conversation).toContain('Copydesk could not verify 3 links');
  expect(conversation).not.toContain('reachable-link');
});

test('a newsletter may want none of it', async () => {
  const pages = createPages(known);
  scenario = await startScenario({ pages });
  await scenario.publish({ '.github/copydesk.yml': 'pages: off\n' });
  const number = await scenario.submit({ files: addItems({ 'Observations/Thoughts': [dead, other] }) });
  expect(await scenario.read(number)).toContain('Nothing to correct');
  expect(pages.asked).toEqual([]);
});
