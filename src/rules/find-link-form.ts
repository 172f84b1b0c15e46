import { parseEvent } from '../newsletter/events.ts';
import type { Item, Link } from '../newsletter/issue.ts';
import { getWrittenLinks } from './judge-items.ts';
import { isCall } from './judge-calls.ts';

/** How to write an address that stands by itself, by the form that items have here; undefined where it may do so. */
export function findLinkForm(link: Link, item: Item, grammar: string | undefined): string | undefined {
  if (grammar === 'link') return '[title of the page](address)';
  if (grammar === 'event') return findEventForm(link, item);
  if (!isOnlyLink(item) || !isCall(item)) return undefined;
  if (grammar === 'cfp-project') return '[project - title of the issue](address)';
  return grammar === 'cfp-event' ? '[**event**](address)' : undefined;
}

/** An address beside a link may be a part of what is said about it. */
function isOnlyLink(item: Item): boolean {
  return getWrittenLinks(item).length === 0;
}

function findEventForm(link: Link, item: Item): string | undefined {
  const { date, fields } = parseEvent(item);
  if (date !== undefined) {
    const field = fields.find(({ links }) => links.includes(link));
    const isOnly = field?.links.every(({ defect }) => defect === 'bare-url') === true;
    return isOnly ? '[organiser](address)' : undefined;
  }
  // Of a line that does not begin with a date, `event-form` says how an event is written.
  return item.indent > 0 && isOnlyLink(item) ? '[**title**](address)' : undefined;
}
