import type { GraphqlError } from './graphql-errors.ts';

const IS_LIMIT = /rate limit|abuse detection/i;

/** What comes too fast is also refused as if something were wrong with it: https://github.com/octokit/plugin-throttling.js/issues/775 */
const IS_TOO_FAST = /"code":"abuse"|was submitted too quickly/;

/** Whether the message of a refusal speaks of a limit. */
export function speaksOfLimit(message: string): boolean {
  return IS_LIMIT.test(message) || IS_TOO_FAST.test(message);
}

/** Whether what GitHub calls invalid only came too fast. */
export function isTooFast(message: string): boolean {
  return IS_TOO_FAST.test(message);
}

/** Whether an error of GraphQL is a limit. The secondary limit comes without a type, and with the status of a success. */
export function isGraphqlLimit({ type, message }: Pick<GraphqlError, 'type' | 'message'>): boolean {
  return type?.startsWith('RATE_LIMIT') === true || speaksOfLimit(message);
}
