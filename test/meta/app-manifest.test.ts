// app.yml: GitHub refuses a manifest whose events lack their permission, and tells nobody why.
import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const text = readFileSync('app.yml', 'utf8');
const manifest = z
  .object({ default_permissions: z.record(z.string(), z.string()), default_events: z.array(z.string()) })
  .parse(parse(text));

/** The permission that each event needs at least, from GitHub's page on webhook events. */
const needed: Record<string, string> = {
  pull_request: 'pull_requests',
  check_run: 'checks',
  check_suite: 'checks',
  push: 'contents',
  issue_comment: 'issues',
  pull_request_review_comment: 'pull_requests',
};

describe('app.yml', () => {
  test.each(manifest.default_events)('event %s has its permission', (event) => {
    expect(Object.keys(manifest.default_permissions)).toContain(needed[event]);
  });

  test('asks for no more than mode `review` needs', () => {
    expect(manifest.default_permissions).toEqual({
      metadata: 'read',
      contents: 'read',
      issues: 'read',
      pull_requests: 'write',
      checks: 'write',
    });
  });

  test('the app listens to what the manifest subscribes, no more and no less', () => {
    const heard = [...readFileSync('src/app.ts', 'utf8').matchAll(/^  '?([a-z]+(?:_[a-z]+)*)(?:\.[a-z_]+)?'?: on/gm)]
      .map(([, event = '']) => event)
      .filter((event) => event in needed);
    expect([...new Set(heard)].sort()).toEqual([...manifest.default_events].sort());
  });

  test('says why, for each permission and event', () => {
    const lines = text.split('\n');
    const reasons = lines.map((line, index) => [line.trim(), lines[index - 1]?.trim().startsWith('#')] as const);
    const entries = [
      ...Object.entries(manifest.default_permissions).map(([name, access]) => `${name}: ${access}`),
      ...manifest.default_events.map((event) => `- ${event}`),
    ];
    expect(entries.filter((entry) => !reasons.some(([line, hasReason]) => line === entry && hasReason))).toEqual([]);
  });
});
