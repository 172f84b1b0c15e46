import type { Readable } from 'node:stream';
import type { createFactExtractor } from '../../pages/extract-facts.ts';
import type { PageContent } from '../../pages/page-facts.ts';
import { createHtmlDecoder } from './html-decoder.ts';
import { readBody } from './read-body.ts';
import { WebTrouble } from './web-trouble.ts';

export interface HtmlResponse {
  readonly body: Readable;
  readonly encoding: string;
  readonly contentType: string;
}

/**
 * Reads a page up to the end of its head, and of the rest what comes at once. Whatever ends the reading once the head is
 * there does no harm.
 */
export async function readHtml(
  response: HtmlResponse,
  extractor: ReturnType<typeof createFactExtractor>,
  graceMilliseconds: number,
): Promise<PageContent> {
  const { body, encoding, contentType } = response;
  const decoder = createHtmlDecoder(contentType);
  let grace: NodeJS.Timeout | undefined;
  try {
    const isWhole = await readBody(body, encoding, (bytes) => {
      extractor.write(decoder.decode(bytes));
      if (extractor.hasHead()) grace ??= setTimeout(() => body.destroy(), graceMilliseconds);
      return extractor.isEnough() ? 'enough' : 'more';
    });
    if (!isWhole && !extractor.hasHead()) throw new WebTrouble({ kind: 'unverified', reason: 'too-large' });
  } catch (error) {
    if (!extractor.hasHead()) throw error;
  } finally {
    clearTimeout(grace);
  }
  return extractor.finish();
}
