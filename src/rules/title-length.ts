import { z } from 'zod';
import { defineRule, type JudgedItem, type Problem } from './define-rule.ts';
import { getSubject, getWrittenLinks, judgeLinkItems } from './judge-items.ts';

const options = z.strictObject({
  most: z.int().min(1).default(150).describe('characters that a title may have before it is called long'),
});

export const titleLength = defineRule({
  id: 'title-length',
  severity: 'hint',
  summary: 'a title so long that nearly none like it is published',
  options,
  needs: [],
  check: (context, { most }) => judgeLinkItems(context, (judged) => checkItem(judged, most)),
});

function checkItem({ file, item }: JudgedItem, most: number): readonly Problem[] {
  const [link] = getWrittenLinks(item);
  const title = link?.title.text.replace(/\s+/g, ' ').trim() ?? '';
  const characters = Array.from(title).length;
  if (link === undefined || characters <= most) return [];
  return [
    {
      path: file.path,
      place: link.title.place,
      message: `The title has ${characters} characters, and hardly any here has more than ${most}: shorten it to what the page is about.`,
      subject: getSubject(item),
    },
  ];
}
