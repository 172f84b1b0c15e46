import type { EventEntry } from '../newsletter/events.ts';
import type { Item } from '../newsletter/issue.ts';
import type { Field } from '../newsletter/pipe-fields.ts';
import type { Place } from '../shared/place.ts';
import type { Flaw } from './flaw.ts';
import { getEnd, getGap, getStart, rewrite, sliceItem } from './slice-item.ts';

/** Who holds an event: links, with a plus or a pipe between two of them. */
export function checkOrganisers({ organisers, item }: EventEntry): readonly Flaw[] {
  return organisers.flatMap((field) => {
    if (field.text === '') return [];
    // What keeps a link from being one is mended by `link-syntax`.
    if (field.links.some(({ defect }) => defect !== undefined)) return [];
    if (field.links.length === 0) return [describeUnlinked(field)];
    return checkGaps(item, listGaps(field));
  });
}

const JOINT = /^(?:\+|&|&amp;|,|\/|and|with)?$/i;

function checkGaps(item: Item, gaps: readonly Gap[]): readonly Flaw[] {
  const wrong = gaps
    .map(({ gap, isBetween }) => ({ gap, isBetween, text: sliceItem(item, gap) }))
    .filter(({ isBetween, text }) => (isBetween ? text !== ' + ' : text.trim() !== ''));
  const joints = wrong.filter(({ isBetween, text }) => isBetween && JOINT.test(text.trim()));
  const rest = wrong.filter((one) => !joints.includes(one));
  return [...rest.map(({ gap, text }) => describeText(gap, text)), ...describeJoints(joints, item)];
}

function describeUnlinked({ text, place }: Field): Flaw {
  return {
    place,
    message: 'The organiser {0} has no link: write it as [name](address).',
    quotes: [text],
  };
}

function describeJoints(joints: readonly (Gap & { readonly text: string })[], item: Item): readonly Flaw[] {
  const [first] = joints;
  if (first === undefined) return [];
  return [
    {
      place: first.gap,
      message: 'There is no plus between two organisers (but {0}): write {1}.',
      quotes: [first.text, ' + '],
      edits: joints.flatMap(({ gap }) => rewrite(item, gap, ' + ')),
    },
  ];
}

function describeText(gap: Place, text: string): Flaw {
  return {
    place: gap,
    message: 'The line of date, place and organisers has other text ({0}): take it out.',
    quotes: [text.trim()],
  };
}

interface Gap {
  readonly gap: Place;
  /** Whether a link stands on both sides. */
  readonly isBetween: boolean;
}

function listGaps({ place, links }: Field): readonly Gap[] {
  const ends = [getStart(place), ...links.map((link) => getEnd(link.place))];
  const starts = [...links.map((link) => getStart(link.place)), getEnd(place)];
  return ends.flatMap((end, index) => {
    const start = starts[index];
    return start === undefined ? [] : [{ gap: getGap(end, start), isBetween: index > 0 && index < links.length }];
  });
}
