import { parsePagesProxy } from '../../config/pages-proxy.ts';
import type { Pages } from '../../ports/pages.ts';
import { renderFacts } from './render-facts.ts';

/** What the command line said. */
export interface FactsOptions {
  readonly json?: boolean;
}

/** The process as the command sees it. */
export interface FactsWorld {
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly write: (text: string) => void;
  readonly complain: (text: string) => void;
  readonly openPages: (proxyUrl: string | undefined) => Pages;
}

/**
 * `copydesk facts`: what is behind some links, in their order, each as soon as it and those before it are read.
 * @returns the exit code: 0 whatever was found, and without a network; 2 for misuse, about which one line was complained
 */
export async function runFacts(urls: readonly string[], options: FactsOptions, world: FactsWorld): Promise<0 | 2> {
  const proxy = parsePagesProxy(world.variables['PAGES_PROXY']);
  if (!proxy.ok) {
    world.complain(`copydesk facts: PAGES_PROXY ${proxy.problem}\n`);
    return 2;
  }
  const pages = world.openPages(proxy.url);
  try {
    const reading = urls.map(async (url) => pages.read(url));
    for (const facts of reading) {
      const known = await facts;
      world.write(`${options.json === true ? JSON.stringify(known) : renderFacts(known)}\n`);
    }
    return 0;
  } finally {
    await pages.close();
  }
}
