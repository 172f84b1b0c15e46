import { deflateRawSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { parseMemory, renderMemory } from '../../src/proposals/proposal-memory.ts';
import { moveSpans, startSpans } from '../../src/proposals/section-spans.ts';
import { renderMarker } from '../../src/wording/marker.ts';

const signature = { repositoryId: '1', key: 'secret' };
const ISSUE = '2026-03-04';
const [FROM, CUT, LATER] = ['2026-02-24T18:00:00.000Z', '2026-03-03T18:00:00.000Z', '2026-03-04T20:00:00.000Z'];

test('every section has its own window, which ends only where it was filled', () => {
  const spans = new Map([
    ['updates', { from: FROM, until: LATER }],
    ['new-rfcs', { from: FROM, until: undefined }],
  ]);
  const out = new Set(['https://a.test/2']);
  const ticks = { automatic: new Set(['https://a.test/1']), people: new Map([['https://a.test/2', false]]), out };
  const conflicts = new Map([['updates', ['* b']]]);
  const generated = new Map([['updates', '* a']]);
  const memory = { issue: ISSUE, until: undefined, spans, generated, ticks, written: 'c0ffee', conflicts };
  expect(parseMemory(renderMemory(memory, signature), ISSUE, signature)).toEqual(memory);
});

test('a description of an earlier version, with one window for all, is still read', () => {
  const generated = deflateRawSync(JSON.stringify([['updates', '* a']])).toString('base64');
  const old = { issue: ISSUE, from: FROM, until: CUT, generated };
  const written = renderMarker(old, { repositoryId: '1', number: 0, kind: 'proposal' }, 'secret');
  expect(parseMemory(written, ISSUE, signature)).toEqual({
    issue: ISSUE,
    until: CUT,
    spans: new Map([['updates', { from: FROM, until: CUT }]]),
    generated: new Map([['updates', '* a']]),
    ticks: undefined,
    written: undefined,
    conflicts: new Map(),
  });
});

test('a window begins where the week before filled the section, or began for it, and stays within the week', () => {
  const before = new Map([
    ['updates', { from: FROM, until: LATER }],
    ['new-rfcs', { from: FROM, until: undefined }],
    ['perf-triage', { from: '2026-02-10T18:00:00.000Z', until: undefined }],
  ]);
  const usual = '2026-03-03T18:00:00Z';
  const tell = (now: Parameters<typeof startSpans>[0]['now']) =>
    Object.fromEntries([...startSpans({ now, before }, usual)].map(([id, from]) => [id, from.toISOString()]));
  const carried = { updates: LATER, 'new-rfcs': FROM, 'perf-triage': FROM };
  expect(tell(new Map())).toEqual(carried);
  expect(tell(new Map([['updates', { from: CUT, until: LATER }]]))).toEqual({ ...carried, updates: CUT });
});

test('a run moves the cut only of what it has filled', () => {
  const old = { from: FROM, until: CUT };
  const spans = new Map(['updates', 'new-rfcs', 'perf-triage', 'gone'].map((id) => [id, old]));
  const starts = new Map(['updates', 'new-rfcs', 'perf-triage', 'new'].map((id) => [id, new Date(FROM)]));
  const states = new Map([
    ['updates', { kind: 'filled' } as const],
    ['new-rfcs', { kind: 'touched', numbers: [1] } as const],
  ]);
  const moved = moveSpans(spans, starts, { states, until: new Date(LATER) });
  expect(Object.fromEntries([...moved].map(([id, { until }]) => [id, until]))).toEqual({
    updates: LATER,
    'new-rfcs': CUT,
    'perf-triage': CUT,
    gone: CUT,
    new: undefined,
  });
});
