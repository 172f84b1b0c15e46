import type { Notification } from './records/log.ts';

type Found = Pick<Notification, 'kind' | 'target'>;

const REFERENCES: readonly RegExp[] = [
  /(?<![\w&#/])(?:[\w-]+\/[\w.-]+)?#\d+\b/g,
  /(?<![\w])GH-\d+\b/gi,
  /(?<![\w.-])(?:www\.)?github\.com\/[\w.-]+\/[\w.-]+\/(?:pull|issues|discussions|commit)\/[0-9a-f]+/gi,
  /(?<![\w-])[\w-]+\/[\w.-]+@[0-9a-f]{7,40}\b/g,
];

/**
 * Whom a text would notify and what it would link itself to, as GitHub renders it: code and HTML comments do not count;
 * a backslash or a character entity hides nothing, since GitHub looks at the text that results.
 */
export function findNotifications(markdown: string): readonly Found[] {
  const text = decode(dropCode(markdown));
  const shown = text.replace(/\[([^\][]*)\](?=\()/g, '');
  const mentions = [...shown.matchAll(/(?<![\w`/@.-])@([a-z\d](?:[a-z\d-]*[a-z\d])?(?:\/[\w-]+)?)(?![\w@])/gi)];
  return [
    ...mentions.map(([, login = '']): Found => ({ kind: 'mention', target: login })),
    ...REFERENCES.flatMap((pattern) => [...shown.matchAll(pattern)]).map(([target]): Found => ({
      kind: 'cross-reference',
      target,
    })),
  ];
}

function dropCode(markdown: string): string {
  return dropFences(markdown.replace(/<!--[\s\S]*?(?:-->|$)/g, '')).replace(
    /(?<!`)(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g,
    '',
  );
}

function dropFences(markdown: string): string {
  const kept: string[] = [];
  let fence: string | undefined;
  for (const line of markdown.split('\n')) {
    const mark = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line);
    if (fence !== undefined) {
      if (mark?.[1]?.startsWith(fence) === true && mark[2]?.trim() === '') fence = undefined;
    } else if (mark !== null && !(mark[1]?.startsWith('`') === true && mark[2]?.includes('`') === true)) {
      fence = mark[1];
    } else {
      kept.push(line);
    }
  }
  return kept.join('\n');
}

const NAMED: Readonly<Record<string, string>> = { commat: '@', num: '#', sol: '/', period: '.' };

function decode(text: string): string {
  return text
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/&#(\d{1,7});/g, (_, code: string) => fromCode(Number(code)))
    .replace(/&#x([0-9a-f]{1,6});/gi, (_, code: string) => fromCode(Number.parseInt(code, 16)))
    .replace(/&(commat|num|sol|period);/g, (_, name: string) => NAMED[name] ?? '');
}

function fromCode(code: number): string {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD';
}
