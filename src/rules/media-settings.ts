import { z } from 'zod';
import { findRuleSettings } from '../config/rule-settings.ts';
import type { Config } from '../config/schema.ts';
import type { RuleContext } from './define-rule.ts';
import { findPage } from './find-page.ts';
import { findOwnPrefix } from './spell-prefix.ts';
import { defaultMediaAddresses, findMedia, type MediaAddress } from './media-addresses.ts';

const addresses = z.array(
  z.strictObject({ address: z.string(), prefix: z.string(), isLikely: z.boolean().optional() }),
);

/** What the configuration may say of `media-prefix`; `language-prefix` keeps out of its way. */
export const mediaOptions = z.strictObject({
  hosts: addresses
    .default(defaultMediaAddresses)
    .describe('hosts of what is no text, with the beginning of the path; `isLikely` where some of it is text'),
  alsoHosts: addresses.default([]).describe('more of them, such as the podcasts that this newsletter knows'),
});

export type MediaOptions = z.infer<typeof mediaOptions>;

/** The addresses whose prefix the newsletter has. */
export function listMedia({ hosts, alsoHosts }: MediaOptions, { prefixes }: Config): readonly MediaAddress[] {
  return [...alsoHosts, ...hosts].flatMap((media) => {
    const prefix = findOwnPrefix(media.prefix, prefixes);
    return prefix === undefined ? [] : [{ ...media, prefix }];
  });
}

/** What a link leads to that is no text, by its host or by what the page says of itself. */
export function findLinkedMedia(
  url: string,
  known: readonly MediaAddress[],
  context: RuleContext,
): MediaAddress | undefined {
  const prefix = findOwnPrefix(findPage(context, url)?.content.medium ?? '', context.config.prefixes);
  return findMedia(url, known) ?? (prefix === undefined ? undefined : { address: url, prefix, isLikely: true });
}

/** Whether `media-prefix` may ask for a prefix before a link. */
export function isMediaAsked(url: string, context: RuleContext): boolean {
  const settings = findRuleSettings(context.config, 'media-prefix', context.openedOn);
  if (settings === undefined) return false;
  const known = listMedia(mediaOptions.parse(settings.options), context.config);
  return findLinkedMedia(url, known, context) !== undefined;
}
