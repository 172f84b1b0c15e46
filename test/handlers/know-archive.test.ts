// What a review knows of the published issues: what is asked for, how often, and what happens where that fails.
import { describe, expect, test } from '@jest/globals';
import { defaultConfig } from '../../src/config/defaults.ts';
import type { Deps } from '../../src/handlers/deps.ts';
import { knowArchive } from '../../src/handlers/know-archive.ts';
import { readSubmission } from '../../src/newsletter/read-submission.ts';
import type { GitHub, Trouble } from '../../src/ports.ts';
import { toRepositoryPath } from '../../src/shared/brand.ts';
import { createFixedClock } from '../support/fixed-clock.ts';
import { createIdleDeps, idleGitHub } from '../support/idle-deps.ts';
import { snapshotOf } from '../support/sample-snapshot.ts';
import { publishSample } from '../support/published-issues.ts';
import { changedDraft } from '../support/changed-draft.ts';

const draftPath = 'draft/2026-03-04-this-week-in-ferris.md';
const folder = toRepositoryPath('content');

const done = Promise.resolve();
const never = new Promise<void>(() => undefined);

interface World {
  files: Readonly<Record<string, string>>;
  state: number;
  trouble: Trouble | undefined;
  /** What reading and learning wait for. */
  reading: Promise<void>;
  learning: Promise<void>;
}

/** A newsletter of so many issues whose state is a number; what it is asked for is written down. */
function prepare(weeks: number) {
  const asked: string[] = [];
  const world: World = { files: publishSample(weeks), state: 1, trouble: undefined, reading: done, learning: done };
  const answer = <T>(value: T) =>
    Promise.resolve(
      world.trouble === undefined ? { ok: true as const, value } : { ok: false as const, trouble: world.trouble },
    );
  const github: GitHub = {
    ...idleGitHub,
    listPublishedIssues: async () => {
      asked.push('list');
      await world.reading;
      const blobs = Object.entries(world.files).map(([path, text]) => ({ path: toRepositoryPath(path), id: text }));
      return { ok: true, value: blobs };
    },
    readTexts: (_, blobs) => {
      asked.push(`${blobs.length} texts`);
      return answer(new Map(blobs.map((text) => [text, { kind: 'text', text }])));
    },
  };
  const clock = createFixedClock(undefined, () => world.reading === never || world.learning === never);
  const idle = createIdleDeps();
  const trainer: Deps['trainer'] = {
    ...idle.trainer,
    trainSections: async (links) => {
      await world.learning;
      return idle.trainer.trainSections(links);
    },
  };
  const deps: Deps = { ...idle, trainer, github, clock };
  const know = async (
    line = '* [moon 0.95 is out](https://ben.example/moon-0-95)',
    config = defaultConfig,
    above = '',
  ) => {
    const base = '### Project/Tooling Updates\n\n### Jobs\n';
    const head = above + base.replace('Updates\n', `Updates\n${line}\n`);
    const { submission } = readSubmission([changedDraft(draftPath, base, head)], config);
    const archiveFolders = [{ path: folder, id: `tree ${world.state}` }];
    const configuration = { config, mistake: undefined, isWritten: true };
    const known = await knowArchive(deps, { ...snapshotOf([]), archiveFolders, configuration }, submission);
    return { links: known.archive?.links.length, knows: known.sectionModel?.sections, isPending: known.isPending };
  };
  return { know, asked, world };
}

const SECTIONS = ['Newsletters', 'Observations/Thoughts', 'Project/Tooling Updates', 'Rust Walkthroughs'];

test('everything is read once, forty issues at a time, and learnt from', async () => {
  const { know, asked } = prepare(90);
  const both = await Promise.all([know(), know()]);
  expect(both).toEqual(Array(2).fill({ links: 450, knows: SECTIONS, isPending: false }));
  await know('* [Another](https://ben.example/another)');
  expect(asked).toEqual(['list', '40 texts', '40 texts', '10 texts']);
});

test('a submission without links asks for nothing', async () => {
  const { know, asked } = prepare(1);
  expect(await know('')).toEqual({ links: 0, knows: undefined, isPending: false });
  expect(asked).toEqual([]);
});

test('an item above the first heading needs it as much: it has no section yet', async () => {
  const { know } = prepare(90);
  const head = '* [moon 0.95 is out](https://ben.example/moon-0-95)';
  expect(await know('', defaultConfig, `${head}\n\n`)).toMatchObject({ links: 450, knows: SECTIONS });
});

test('a new newsletter teaches nothing yet', async () => {
  expect(await prepare(3).know()).toEqual({ links: 15, knows: undefined, isPending: false });
});

describe('a push to the default branch', () => {
  test('costs the files that changed: one is edited, one renamed, one gone', async () => {
    const { know, asked, world } = prepare(5);
    await know();
    asked.length = 0;
    const [edited, renamed, , ...rest] = Object.entries(world.files);
    if (edited === undefined || renamed === undefined) throw new Error('there are five');
    const more = `${edited[1]}\n### Official\n* [New](https://new.example)\n`;
    world.files = { ...Object.fromEntries(rest), [edited[0]]: more, 'content/2019-12-25-x.md': renamed[1] };
    world.state = 2;
    expect(await know()).toMatchObject({ links: 4 * 5 + 1 });
    expect(asked).toEqual(['list', '2 texts']);
  });

  test('what an earlier state taught serves until the new one is learnt', async () => {
    const { know, world } = prepare(90);
    await know();
    world.files = publishSample(91);
    world.state = 2;
    world.learning = never;
    expect(await know()).toEqual({ links: 455, knows: SECTIONS, isPending: false });
  });
});

test('other sections in the configuration: all is read anew', async () => {
  const { know, asked } = prepare(2);
  await know();
  const sections = defaultConfig.sections.filter(({ name }) => name !== 'Newsletters');
  await know(undefined, { ...defaultConfig, sections });
  expect(asked).toEqual(['list', '2 texts', 'list', '2 texts']);
});

describe('trouble', () => {
  test('nothing is known, and the next review goes on from what could be read', async () => {
    const { know, asked, world } = prepare(50);
    world.trouble = { kind: 'unavailable', reason: 'away' };
    expect(await know()).toEqual({ links: undefined, knows: undefined, isPending: false });
    world.trouble = undefined;
    expect(await know()).toMatchObject({ links: 250 });
    expect(asked).toEqual(['list', '40 texts', 'list', '40 texts', '10 texts']);
  });

  test('reading that takes long is not waited for', async () => {
    const { know, world } = prepare(1);
    world.reading = never;
    expect(await know()).toEqual({ links: undefined, knows: undefined, isPending: true });
  });

  test('nor is learning: earlier links are known meanwhile', async () => {
    const { know, world } = prepare(90);
    world.learning = never;
    expect(await know()).toEqual({ links: 450, knows: undefined, isPending: true });
  });
});
