import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { countedIssues, readArchiveCounts } from '../../bench/evaluate/archive-counts.ts';
import { countByRule, evaluateArchive } from '../../bench/evaluate/evaluate-archive.ts';
import { renderCounts } from '../../bench/evaluate/render-archive.ts';

const data = fileURLToPath(new URL('../../../shared/data', import.meta.url));
const isThere = existsSync(`${data}/newsletter.bundle`);
// Jest keeps the console of a file that it skips to itself.
if (!isThere) process.stdout.write('Skipped: the published issues (newsletter.bundle) are not in ../shared/data.\n');

(isThere ? test : test.skip)(
  'what the rules find in published issues is what the committed counts say; `npm run evaluate -- archive --data ../shared/data --update` renews them',
  async () => {
    const { findings } = await evaluateArchive(data, { issues: countedIssues });
    const counts = countByRule(findings);
    const committed = readArchiveCounts();
    expect(renderCounts(counts, committed)).toBe(renderCounts(committed, committed));
  },
);
