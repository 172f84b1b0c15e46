import { runFacts } from '../../src/cli/facts/run-facts.ts';
import type { PageFacts } from '../../src/pages/page-facts.ts';
import { aDeadPage, anUnverifiedPage, aPage } from '../support/fake-pages.ts';
import type { CheckRun } from './run-copydesk.ts';

const known: Readonly<Record<string, PageFacts>> = {
  'https://ada.example/moon': aPage('https://ada.example/moon', {
    title: 'Rust on the moon · Ada',
    titles: { openGraph: 'Rust on the moon', site: 'Ada' },
    canonical: 'https://ada.example/moon/',
    language: 'en',
    publishedOn: '2026-02-27',
  }),
  'https://ada.example/gone': aDeadPage('https://ada.example/gone'),
  'http://127.0.0.1/admin': {
    kind: 'refused',
    reason: 'address',
    evidence: { ...anUnverifiedPage('http://127.0.0.1/admin').evidence },
  },
  'https://ada.example/evil': aPage('https://ada.example/evil', {
    title: 'Moon\u001B[2J\u202E',
    finalUrl: 'https://ada.example/\u001Bevil',
    isPermanent: false,
    isFree: false,
    codeShare: 0.256,
  }),
};

/** Runs `copydesk facts` in this process, on a few pages that are known; every other one is out of reach. */
export async function tellFacts(
  args: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): Promise<CheckRun> {
  let output = '';
  let complaint = '';
  const urls = args.filter((argument) => argument !== '--json');
  const code = await runFacts(
    urls,
    { json: args.includes('--json') },
    {
      variables,
      write: (part) => (output += part),
      complain: (part) => (complaint += part),
      openPages: () => ({
        read: (url) => Promise.resolve(known[url] ?? anUnverifiedPage(url, 'network')),
        close: () => Promise.resolve(),
      }),
    },
  );
  return { code, output, complaint };
}
