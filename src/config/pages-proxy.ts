/** What PAGES_PROXY says: the address of a proxy, or none; or what is wrong with it. */
export type PagesProxy =
  { readonly ok: true; readonly url: string | undefined } | { readonly ok: false; readonly problem: string };

/** Reads PAGES_PROXY; an empty variable counts as missing. The problem goes on after the variable's name. */
export function parsePagesProxy(value: string | undefined): PagesProxy {
  const text = value?.trim() ?? '';
  if (text === '') return { ok: true, url: undefined };
  const url = URL.parse(text);
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    return { ok: false, problem: 'must be the http(s) address of a proxy, like http://proxy.example.com:3128' };
  }
  return { ok: true, url: url.href };
}
