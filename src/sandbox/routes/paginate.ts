import type { Call, Reply } from './route.ts';

/** GitHub never gives more, whatever is asked for. */
const MAX_PER_PAGE = 100;

/** One page of a list, with the `Link` header that leads to the others. */
export async function paginate<Item>(
  { url }: Call,
  items: readonly Item[],
  render: (item: Item) => unknown,
  wrap: (page: readonly unknown[], total: number) => unknown = (page) => page,
): Promise<Reply> {
  const perPage = Math.min(readNumber(url, 'per_page', 30), MAX_PER_PAGE);
  const page = readNumber(url, 'page', 1);
  const last = Math.max(1, Math.ceil(items.length / perPage));
  const shown = await Promise.all(items.slice((page - 1) * perPage, page * perPage).map((item) => render(item)));
  const links = Object.entries({ prev: page - 1, next: page + 1, last, first: 1 })
    .filter(([rel, number]) => isNeeded(rel, number, page, last))
    .map(([rel, number]) => `<${addressOf(url, number)}>; rel="${rel}"`);
  const headers: Record<string, string> = links.length === 0 ? {} : { link: links.join(', ') };
  return { status: 200, body: wrap(shown, items.length), headers };
}

function isNeeded(rel: string, number: number, page: number, last: number): boolean {
  if (rel === 'first' || rel === 'prev') return page > 1;
  return page < last && number <= last;
}

function addressOf(url: URL, page: number): string {
  const address = new URL(url);
  address.searchParams.set('page', String(page));
  return address.href;
}

/** A parameter of an address that is a number from 1. */
export function readNumber(url: URL, name: string, otherwise: number): number {
  const value = Number(url.searchParams.get(name) ?? otherwise);
  return Number.isInteger(value) && value > 0 ? value : otherwise;
}
