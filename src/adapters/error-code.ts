/** The code of an error of Node's, such as `ENOENT`; undefined where it has none. */
export function getErrorCode(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : undefined;
}
