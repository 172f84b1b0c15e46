/** The value at the end of a path of keys in plain data; undefined where there is none. */
export function getAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    return Object.entries(value).find(([name]) => name === String(key))?.[1];
  }, data);
}
