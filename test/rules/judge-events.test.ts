import { expect, test } from '@jest/globals';
import { defaultConfig } from '../../src/config/defaults.ts';
import { parseIssue } from '../../src/newsletter/parse-issue.ts';
import { readSubmission } from '../../src/newsletter/read-submission.ts';
import { checkPair } from '../../src/rules/check-pair.ts';
import { listEvents } from '../../src/rules/judge-events.ts';
import { toRepositoryPath } from '../../src/shared/brand.ts';
import { draftPath } from '../support/check-rule.ts';
import { changedDraft } from '../support/changed-draft.ts';

const hybrid = ['* 2026-03-10 | Hybrid (Delft, NL) | [Sea](https://ada.example)', '    * [**A**](https://a.example)'];
const text = ['## Events', '### Virtual', ...hybrid, '', '### Europe', ...hybrid, ''].join('\n');
const path = toRepositoryPath(draftPath);
const without = { ...defaultConfig, grammars: {} };

test('an issue is read anew for another configuration', () => {
  const issue = parseIssue(path, text, defaultConfig);
  expect(listEvents(issue, without).size).toBe(0);
  expect(listEvents(issue, defaultConfig).size).toBe(2);
  expect(listEvents(issue, without).size).toBe(0);
});

test('so are the pairs of hybrid events', () => {
  const read = readSubmission([changedDraft(path, undefined, text)], defaultConfig);
  const [file] = read.submission.files;
  const [event] = file?.head === undefined ? [] : listEvents(file.head, defaultConfig).values();
  if (file === undefined || event?.event.place === undefined) throw new Error('no event');
  const judged = { ...event, file };
  const { place } = event.event;
  expect(checkPair(judged, place, ['Europe'], without)?.quotes).toEqual(['Europe']);
  expect(checkPair(judged, place, ['Europe'], defaultConfig)).toBeUndefined();
});
