import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { addItems } from '../support/sample-newsletter.ts';
import { type Scenario, startScenario } from '../support/start-scenario.ts';

let scenario: Scenario;
beforeEach(async () => {
  scenario = await startScenario();
});
afterEach(() => scenario.end());

const claws = '* [Claws and effect](https://claws.test/effect)';
const shells = '* [Shells for beginners](https://shells.test/beginners)';
const write = (section: string, ...items: readonly string[]) => addItems({ [section]: items });

describe('two pull requests add the same link', () => {
  test('only the later one hears of it', async () => {
    const first = await scenario.submit({ by: 'ada', files: write('Observations/Thoughts', claws) });
    const files = write('Rust Walkthroughs', claws.replace('https:', 'http:'));
    const second = await scenario.submit({ by: 'ben', files });
    expect(await scenario.outline(second)).toMatch(
      new RegExp(`Another open pull request, “#.?${first}”, adds this link already, under “Observations/Thoughts”`),
    );
    await scenario.push(first, `${write('Observations/Thoughts', claws)}\n`);
    expect(await scenario.outline(first)).not.toContain('Another open pull request');
  });

  test('until the first takes it out', async () => {
    const first = await scenario.submit({ by: 'ada', files: write('Observations/Thoughts', claws) });
    const second = await scenario.submit({ by: 'ben', files: write('Rust Walkthroughs', claws) });
    expect(await scenario.outline(second)).toContain('notice: Another open pull request');
    await scenario.push(first, write('Observations/Thoughts', shells));
    await scenario.push(second, write('Rust Walkthroughs', claws, '* [More claws](https://claws.test/more)'));
    expect(await scenario.outline(second)).not.toContain('notice: Another open pull request');
  });

  test('what is known of the first costs nothing more', async () => {
    await scenario.submit({ by: 'ada', files: write('Observations/Thoughts', shells) });
    const second = await scenario.submit({ by: 'ben', files: write('Observations/Thoughts', claws) });
    scenario.takeRequests();
    await scenario.push(second, write('Observations/Thoughts', `${claws} `));
    expect(scenario.takeRequests().filter((request) => request.includes('/pulls/1'))).toEqual([]);
  });
});
