import { describe, expect, test } from '@jest/globals';
import { cfpProjectForm } from '../../src/rules/cfp-project-form.ts';
import { reviewRegions } from '../support/review-region.ts';

const repository = 'https://github.com/ada-example/crab';

function review(line: string): string {
  return reviewRegions(cfpProjectForm, {}, { 'CFP - Projects': [line] });
}

describe('a project and one of its issues', () => {
  test.each([
    [`* [Crab - Mend the claw](${repository}/issues/7)`],
    [`* [Crab — [BUG]: Mend the claw](${repository}/issues/7)`],
    [`* [Crab: Mend the claw](${repository}/issues/7)`],
    [`* [Crab- Mend the claw](${repository}/issues/7)`],
    [`* [Crab - Mend the claw](https://git.ada.example/ada/crab/issues/7)`],
    [`* [Crab - Poll on claws](${repository}/discussions/7)`],
    [`* [Crab - Survey](https://survey.example/crab)`],
    ['* *No Calls for participation were submitted this week.*'],
  ])('%s', (line) => {
    expect(review(line)).toBe('nothing to say');
  });
});

test('the name before the link', () => {
  expect(review(`* Crab - [Mend the claw](${repository}/issues/7)`)).toMatchInlineSnapshot(`
   "warning cfp-project-form: The project’s name stands before the link: write ‹[Crab - Mend the claw]›.
   - * Crab - [Mend the claw](https://github.com/ada-example/crab/issues/7)
   + * [Crab - Mend the claw](https://github.com/ada-example/crab/issues/7)"
  `);
});

test('the bullet', () => {
  expect(review(`- [Crab - Mend the claw](${repository}/issues/7)`)).toContain('\n+ * [Crab - ');
});

test('no name', () => {
  expect(review(`* [Mend the claw](${repository}/issues/7)`)).toMatchInlineSnapshot(
    `"warning cfp-project-form: The name of the project is missing: write ‹[project - title of the issue](address of the issue)›."`,
  );
});

test('several issues in one call', () => {
  expect(
    review(`* [Crab - Mend the claw](${repository}/issues/7), [the eye](${repository}/issues/8)`),
  ).toMatchInlineSnapshot(
    `"warning cfp-project-form: The call leads to several pages: make each issue a call of its own, as ‹[project - title of the issue](address of the issue)›."`,
  );
});

test('a link to the project beside that to its issue', () => {
  const told = review(`* [Crab](${repository}) - [Mend the claw](${repository}/issues/7)`);
  expect(told).toMatch(/^warning cfp-project-form: The call leads to several pages/);
  expect(told.split('\n')).toHaveLength(1);
});

describe('text after the link', () => {
  test.each([['- good first issue'], ['(easy)']])('%s', (rest) => {
    expect(review(`* [Crab - Mend the claw](${repository}/issues/7) ${rest}`)).toBe(
      `warning cfp-project-form: There is text after the link (‹${rest}›): take it out, or put it into the title.`,
    );
  });

  test('that is nothing but marks goes', () => {
    expect(review(`* [Crab - Mend the claw](${repository}/issues/7)*`)).toMatchInlineSnapshot(`
     "warning cfp-project-form: There is text after the link (‹*›): take it out.
     - * [Crab - Mend the claw](https://github.com/ada-example/crab/issues/7)*
     + * [Crab - Mend the claw](https://github.com/ada-example/crab/issues/7)"
    `);
  });

  test('that says when and where is that of an event', () => {
    const event = '* [RustMoon](https://ada.example) | CFP closes 2026-04-01 | Delft, NL | 2026-09-08';
    expect(review(event)).toContain('as those of an event: if it is one, move it to the calls of events.');
    expect(review(event)).not.toContain('take it out');
    expect(review(event)).not.toContain('The name of the project is missing');
  });

  test('that is a parenthesis too many is the business of link-syntax', () => {
    expect(review(`* [Crab - Mend the claw](${repository}/issues/7))`)).toBe('nothing to say');
  });
});

test('several calls below one line', () => {
  const told = reviewRegions(
    cfpProjectForm,
    {},
    {
      'CFP - Projects': ['* Good first issues', `  * [Mend the claw](${repository}/issues/7)`],
    },
  );
  expect(told).toContain('This line is no call: ');
});

test('an address for a title', () => {
  const url = `${repository}/issues/7`;
  expect(review(`* [Crab - ${url}](${url})`)).toContain('The call shows its address ');
});

describe('no task', () => {
  test.each([
    [repository, 'a repository'],
    [`${repository}/`, 'a repository'],
    [`${repository}/issues`, 'a list of issues'],
    [`${repository}/issues?q=is%3Aopen`, 'a list of issues'],
    [`${repository}/labels/good%20first%20issue`, 'a list of issues'],
    [`${repository}/contribute`, 'a list of issues'],
    [`${repository}/pull/7`, 'a pull request'],
    ['https://gitlab.com/ada/crab/-/merge_requests/7', 'a pull request'],
    ['https://github.com/orgs/ada-example/projects/26/views/1?filterQuery=easy', 'a project board'],
    ['https://github.com/users/ada/projects/2', 'a project board'],
    [`${repository}/projects`, 'a project board'],
    ['https://gitlab.com/ada/sea/crab/-/boards/7', 'a project board'],
  ])('%s', (url, kind) => {
    expect(review(`* [Crab - Mend the claw](${url})`)).toContain(`The link leads to ${kind}, `);
  });
});

test('a paragraph among the calls, with or without an address', () => {
  const intro = 'Always wanted to help?';
  const call = `* [Crab - Mend the claw](${repository}/issues/7)`;
  const tell = (...lines: readonly string[]): string =>
    reviewRegions(cfpProjectForm, { 'CFP - Projects': [intro] }, { 'CFP - Projects': lines });
  const told =
    'warning cfp-project-form: This text is no call: take it out, and write each call as an item of its own, ' +
    '‹[project - title of the issue](address of the issue)›.';
  expect(tell(intro, '', 'Crab looks for help.')).toBe(told);
  expect(tell(intro, '', `See [our list](${repository})`, '', 'We answer.', '', call, '', 'Soon.')).toBe(
    `${told}\n${told}`,
  );
  expect(tell(intro, '', call)).toBe('nothing to say');
  expect(tell('Always wanted to contribute?', '', call)).toBe('nothing to say');
});
