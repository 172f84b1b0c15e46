import { describe, expect, test } from '@jest/globals';
import { parseIssue } from '../../src/newsletter/parse-issue.ts';
import { toRepositoryPath } from '../../src/shared/brand.ts';
import { allItems, outline, parse, show } from './outline.ts';

describe('the header of an issue is no part of what readers see', () => {
  test('in YAML, with lists, quotation marks and a time of day', () => {
    const issue = parse(`---
layout: post
title: "This Week in Gophers 12"
tags:
  - go
  - news

# Of the site, not of the issue.
date: '2026-03-05 09:00:00 +0100'
author:
  name: Ada
---

Hello!

## Tooling

* [One](https://a.example)
`);
    expect(issue.header).toEqual({ title: 'This Week in Gophers 12', number: 12, date: '2026-03-05', endLine: 12 });
    expect(show(issue)).toMatchInlineSnapshot(`
     "1-15 (top) / other ?
     16-19 Tooling / community
       18-18 [*] "[One](https://a.example)""
    `);
  });

  test('in TOML, where the keys of a table are not the issue’s', () => {
    const issue = parse(`+++
title = 'Gophers 13'
date = 2026-03-12T09:00:00+01:00
tags = [
  "go",
]
[params]
date = 2020-01-01
+++

## Tooling

* [One](https://a.example)
`);
    expect(issue.header).toEqual({ title: 'Gophers 13', number: 13, date: '2026-03-12', endLine: 9 });
    expect(allItems(issue)).toHaveLength(1);
  });

  test.each([
    ['a line across the page', '---\n\nHello!\n\n---\n', 0],
    ['a fence that is never closed', '---\nTitle: Gophers 13\n\n# Tooling\n\n* [One](https://a.example)\n', 2],
    ['no header', 'Hello!\n', 0],
  ])('but %s is none', (_, text, endLine) => {
    expect(parse(text).header.endLine).toBe(endLine);
  });
});

test.each([
  ['_posts/2026-03-05-issue-12.md', 'date: 2026-03-04\n', '2026-03-04'],
  ['_posts/2026-03-05-issue-12.md', 'date: next week\n', '2026-03-05'],
  ['issues/gophers-2026-3-5.md', '', '2026-03-05'],
  ['issues/2026-02-31.md', '', undefined],
  ['issues/12026-03-05.md', '', undefined],
  ['issues/2026-03-05/12.md', '', undefined],
])('the day of the issue in %s with the header %j is %s', (path, header, date) => {
  expect(parseIssue(toRepositoryPath(path), header, outline).header.date).toBe(date);
});
