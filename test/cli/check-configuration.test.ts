import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  CLEAN,
  DIRTY,
  DRAFT,
  draftWith,
  makePlaceToCheck,
  OLD,
  OLD_SLIP,
  type PlaceToCheck,
} from './place-to-check.ts';

const PATH = '.github/copydesk.yml';
const BROKEN = 'bullet: "-"\nrules: { item-bulet: off }\n';

let place: PlaceToCheck;
beforeEach(() => {
  place = makePlaceToCheck();
});
afterEach(() => {
  place.remove();
});

const rulesOf = async (...args: readonly string[]) =>
  (await place.report(place.repository.folder, ...args)).findings.map(({ rule }) => rule);

describe('with --base, the base decides', () => {
  test('what it says holds', async () => {
    const { repository } = place;
    expect(await rulesOf('--base', 'main', '--head', 'dirty')).toContain('item-bullet');
    place.branch('dashes');
    repository.commit({ [PATH]: 'bullet: "-"\n' });
    expect(await rulesOf('--base', 'dashes', '--head', 'dirty')).not.toContain('item-bullet');
  });

  test('what the branch says of itself does not hold, and is checked', async () => {
    place.branch('own');
    place.repository.commit({ [PATH]: BROKEN, [DRAFT]: draftWith(OLD, OLD_SLIP, DIRTY) });
    expect(await rulesOf('--base', 'main', '--head', 'own')).toEqual([
      'configuration',
      'item-bullet',
      'tracking-parameters',
    ]);
  });

  test('a work tree’s is checked before it is committed', async () => {
    place.branch('own');
    place.repository.write({ [PATH]: BROKEN });
    expect(await rulesOf('--base', 'main')).toEqual(['configuration']);
  });

  test('where it has a mistake, nothing can be checked', async () => {
    place.branch('broken');
    place.repository.commit({ [PATH]: BROKEN });
    expect(await place.tell('--base', 'broken', '--head', 'dirty')).toBe(
      'copydesk check: .github/copydesk.yml:2:10: There is no rule “item-bulet” here: did you mean “item-bullet”?\nexit 2',
    );
  });
});

describe('for a whole file, the nearest configuration above it decides', () => {
  test('what it says holds, and what --config says instead', async () => {
    place.repository.write({ [PATH]: 'bullet: "-"\n', 'other.yml': 'bullet: "+"\n', [DRAFT]: draftWith(CLEAN) });
    expect(await rulesOf(DRAFT)).toContain('item-bullet');
    place.repository.write({ [PATH]: 'bullet: "*"\n' });
    expect(await rulesOf(DRAFT)).not.toContain('item-bullet');
    expect(await rulesOf(DRAFT, '--config', 'other.yml')).toContain('item-bullet');
  });

  test('a mistake in it is told', async () => {
    place.repository.write({ [PATH]: BROKEN, [DRAFT]: draftWith(CLEAN) });
    expect(await place.tell(DRAFT)).toContain('.github/copydesk.yml:2:10: There is no rule');
    expect(await place.tell(DRAFT, '--config', 'none.yml')).toBe(
      'copydesk check: cannot read none.yml (no such file)\nexit 2',
    );
  });

  test('one that is a folder is no reason to go by the defaults', async () => {
    place.repository.write({ [`${PATH}/x`]: '', [DRAFT]: draftWith(CLEAN) });
    const complaint = `copydesk check: cannot read ${PATH} (it is a folder)\nexit 2`;
    expect(await place.tell(DRAFT)).toBe(complaint);
    expect(await place.tell(DRAFT, '--config', PATH)).toBe(complaint);
  });

  test('it is checked itself where it is named', async () => {
    place.repository.write({ [PATH]: BROKEN });
    expect(await place.tell(PATH)).toMatchInlineSnapshot(`
     ".github/copydesk.yml
       2:10 error There is no rule \`item-bulet\` here: did you mean \`item-bullet\`?
            configuration https://github.com/copydesk/copydesk/blob/main/docs/rules/configuration.md

     1 error (configuration).
     exit 1"
    `);
    place.repository.write({ [PATH]: 'bullet: "-"\n' });
    expect(await place.tell(PATH)).toMatchInlineSnapshot(`
     "The configuration is valid.
     exit 0"
    `);
  });
});
