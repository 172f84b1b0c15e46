// Published issues are cut before they are parsed: on the real archive that changes no link.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { cloneBundle } from '../../src/adapters/git/clone-bundle.ts';
import { openRepository } from '../../src/adapters/git/open-repository.ts';
import { cutIssue } from '../../src/archive/cut-issue.ts';
import { defaultConfig } from '../../src/config/defaults.ts';
import { findOverCap } from '../../src/newsletter/caps.ts';
import { parseIssue } from '../../src/newsletter/parse-issue.ts';
import { toRepositoryPath } from '../../src/shared/brand.ts';

/** Of so many issues one is looked at; all of them take half a minute, and were the same. */
const EVERY = 20;

const bundle = fileURLToPath(new URL('../../../shared/data/newsletter.bundle', import.meta.url));
const isThere = existsSync(bundle);
// Jest keeps the console of a file that it skips to itself.
if (!isThere) process.stdout.write('Skipped: the published issues (newsletter.bundle) are not in ../shared/data.\n');

/** All that is known of the items of link sections. */
function readItems(path: string, text: string): readonly unknown[] {
  return parseIssue(toRepositoryPath(path), text, defaultConfig)
    .sections.filter(({ region }) => defaultConfig.grammars[region] === 'link')
    .flatMap(({ name, region, items }) => items.map(({ place, entry }) => ({ name, region, place, entry })));
}

(isThere ? test : test.skip)('a published issue holds the same links before and after it is cut', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-cut-'));
  const clone = await cloneBundle(bundle, join(folder, 'clone.git'), process.env);
  if (!clone.ok) throw new Error('no clone');
  const opened = await openRepository(clone.value, process.env);
  if (!opened.ok) throw new Error('no repository');
  const repository = opened.value;
  let [whole, kept] = [0, 0];
  const files = await repository.listFolder('main', 'content');
  if (!files.ok) throw new Error('no issues');
  for (const { name, id } of files.value.filter((_, at) => at % EVERY === 0)) {
    const blob = await repository.readBlob(id);
    const text = blob.ok && blob.value.kind === 'text' ? blob.value.text : '';
    if (findOverCap(toRepositoryPath(name), text) !== undefined) continue;
    const short = cutIssue(text, defaultConfig);
    expect({ name, items: readItems(name, short) }).toEqual({ name, items: readItems(name, text) });
    [whole, kept] = [whole + text.length, kept + short.length];
  }
  await repository.close();
  rmSync(folder, { recursive: true });
  expect(kept).toBeLessThan(whole / 2);
});
