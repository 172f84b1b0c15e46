import type {
  Evidence,
  Page,
  PageContent,
  PageFacts,
  Refused,
  Unreachable,
  Unverified,
} from '../../pages/page-facts.ts';
import { toTerminalText } from '../terminal-text.ts';

const UNREACHABLE: Readonly<Record<Unreachable['reason'], string>> = {
  'not-found': 'there is no such page',
  gone: 'the page is gone for good',
  'no-such-host': 'there is no such host',
  certificate: 'its certificate is wrong',
};

const REFUSED: Readonly<Record<Refused['reason'], string>> = {
  scheme: 'only http and https are followed',
  port: 'only the ports 80 and 443 are asked',
  credentials: 'the address names a user',
  address: 'the address is none of the public internet',
  malformed: 'this is no web address',
};

const UNVERIFIED: Readonly<Record<Unverified['reason'], string>> = {
  denied: 'the site does not let programs in',
  server: 'the site is in trouble',
  'time-out': 'the site took too long',
  network: 'the site could not be reached from here',
  'too-large': 'the page is too large',
  redirects: 'there are too many redirects',
  unreadable: 'the answer could not be read',
};

/** Facts for people: the address, what it is, and a line for each thing that is known. */
export function renderFacts(facts: PageFacts): string {
  const lines = [...renderKind(facts), ...renderEvidence(facts.evidence)];
  return [toTerminalText(facts.evidence.url), ...lines.map((line) => `  ${line}`)].join('\n');
}

function renderKind(facts: PageFacts): readonly string[] {
  switch (facts.kind) {
    case 'page':
      return renderPage(facts);
    case 'unreachable':
      return [`unreachable: ${UNREACHABLE[facts.reason]}`];
    case 'refused':
      return [`refused: ${REFUSED[facts.reason]}`];
    case 'unverified':
      return [`unverified: ${UNVERIFIED[facts.reason]}`];
  }
}

function renderPage({ content }: Page): readonly string[] {
  return ['page', ...listKnown(content).flatMap(([name, value]) => (value === undefined ? [] : [toLine(name, value)]))];
}

function listKnown(content: PageContent): readonly (readonly [string, string | undefined])[] {
  const { titles, mediaType, canonical, language, detectedLanguage, medium, isFree, publishedOn, codeShare } = content;
  return [
    ['title', titles.openGraph ?? titles.document],
    ['title tag', titles.openGraph === undefined ? undefined : titles.document],
    ['heading', titles.heading],
    ['site', titles.site],
    ['type', mediaType],
    ['canonical', canonical],
    ['language', language],
    ['words in', detectedLanguage],
    ['medium', medium],
    ['free', isFree === undefined ? undefined : isFree ? 'yes' : 'no'],
    ['published', publishedOn],
    ['code', codeShare === undefined ? undefined : `${Math.round(codeShare * 100)} %`],
  ];
}

function renderEvidence({ url, finalUrl, isPermanent, status, checkedAt }: Evidence): readonly string[] {
  const hasMoved = URL.parse(url)?.href !== finalUrl && url !== finalUrl;
  return [
    ...(hasMoved ? [toLine(isPermanent ? 'moved to' : 'leads to', finalUrl)] : []),
    ...(status === undefined ? [] : [toLine('status', String(status))]),
    toLine('asked', checkedAt),
  ];
}

function toLine(name: string, value: string): string {
  return `${`${name}:`.padEnd(11)}${toTerminalText(value)}`;
}
