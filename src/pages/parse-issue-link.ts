import type { IssueRef } from './page-facts.ts';

/** The issue on GitHub that an address leads to; undefined for any other address. */
export function parseIssueLink(address: string): IssueRef | undefined {
  const pattern =
    /^https?:\/\/(?:www\.)?github\.com\/([\w.-]{1,100})\/([\w.-]{1,100})\/issues\/([1-9]\d{0,8})\/?(?:[?#].*)?$/i;
  const [, owner, name, number] = pattern.exec(address) ?? [];
  return owner === undefined || name === undefined ? undefined : { owner, name, number: Number(number) };
}
