/** Whether each % of an address begins the number of a character. */
export function canDecode(url: string): boolean {
  try {
    decodeURIComponent(url);
    return true;
  } catch {
    return false;
  }
}

/** The password in an address, as it is written and as it is meant; none where there is none, and for what is no address. */
export function listPasswords(url: string | undefined): readonly string[] {
  const secret = (url?.includes('://') === true ? URL.parse(url)?.password : undefined) ?? '';
  return [secret, canDecode(secret) ? decodeURIComponent(secret) : secret];
}
