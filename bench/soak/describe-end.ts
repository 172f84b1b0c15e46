import { type OwnWords, recogniseWords } from '../../src/review/own-words.ts';
import { parseNodeId } from '../../src/sandbox/node-id.ts';
import type { PullState, SandboxState, TimelineEntry } from '../../src/sandbox/state.ts';

type Comment = TimelineEntry & { readonly kind: 'comment' };

/** What the bot wrote somewhere, and what its marker says of it. */
interface Told {
  readonly body: string;
  readonly words: OwnWords | undefined;
}

/** Its answer is about the items of the moment in which it is asked, which another run answers a push earlier or later. */
const ASKS_FOR_THE_MOMENT = /^\/copydesk section\?/;

/**
 * What the people of each pull request have in the end, by `owner/name#title`: what the way there decides leaves no mark in
 * it, and what was said or done twice on that way shows, also where it was tidied up since. `key` signs the bot's markers.
 */
export function describeEnd({ repositories }: SandboxState, key: string): ReadonlyMap<string, string> {
  return new Map(
    repositories.flatMap(({ id, owner, name, pulls }) =>
      pulls.map((pull): [string, string] => {
        const repository = `${owner}/${name}`;
        const read = (body: string): Told => ({
          body: plain(body),
          words: recogniseWords(body, { repositoryId: String(id), number: pull.number, key }),
        });
        const doubles = pulls.filter(({ title }) => title === pull.title).slice(1);
        const text = pull.author.isBot ? describeProposal(pull) : '';
        return [
          `${repository}#${pull.title}`,
          [text, describePull(pull, read), ...doubles.map(() => 'TWICE the pull request')].join('\n---\n'),
        ];
      }),
    ),
  );
}

/** What is said of things that were done more than once; no run may say so of any. */
export function findTwice(end: ReadonlyMap<string, string>): readonly string[] {
  return [...end].flatMap(([name, text]) =>
    text.split('\n').flatMap((line) => (line.startsWith('TWICE ') ? [`${name}: ${line}`] : [])),
  );
}

function describePull(pull: PullState, read: (body: string) => Told): string {
  const comments = pull.timeline.filter((entry) => entry.kind === 'comment');
  const told = comments.filter(({ by }) => by.isBot).map((comment) => ({ ...read(comment.body), comment }));
  const threads = pull.threads.flatMap(({ path, line, resolvedBy, comments: [first] }) =>
    first?.by.isBot !== true
      ? []
      : [{ ...read(first.body), path, line, isOpen: resolvedBy === undefined && first.minimized === undefined }],
  );
  return [
    ...pull.checks.map(describeCheck).sort(),
    ...told
      .flatMap(({ comment, body, words }) =>
        words?.kind === 'reply' || comment.minimized !== undefined || isAllClear(body) ? [] : [`comment ${body}`],
      )
      .sort(),
    ...comments.filter(({ by }) => !by.isBot).map((comment) => describeSaying(comment, told)),
    ...threads
      .flatMap(({ path, line, body, isOpen }) => (isOpen ? [`inline ${path}:${line ?? 'outdated'} ${body}`] : []))
      .sort(),
    ...findRepeated([
      ...listCheckedCommits(pull),
      ...told.flatMap(({ words }) => (words === undefined ? [] : nameWords(words))),
      ...threads.flatMap(({ words }) => (words === undefined ? [] : nameWords(words))),
    ]),
  ].join('\n---\n');
}

/** What the bot proposes: the description with its list, and the lines. */
function describeProposal({ state, body, files }: PullState): string {
  const lines = files.map(({ path, patch = '' }) => `${path}\n${plain(patch)}`);
  return [`proposal ${state}`, plain(body), ...lines].join('\n');
}

function describeCheck({ status, conclusion = '', title = '', summary = '' }: PullState['checks'][number]): string {
  return `check ${status} ${conclusion} ${title}\n${plain(summary)}`;
}

/** What somebody said, how the bot reacted, and what it answered to that very comment. */
function describeSaying({ id, body, reactions }: Comment, told: readonly Told[]): string {
  const reacted = reactions?.map(({ content, by }) => `${content}${by.length}`).join() ?? 'none';
  const answers = told.filter(({ words }) => words?.kind === 'reply' && parseNodeId(words.to)?.key === String(id));
  const answered = answers.map((answer) => (ASKS_FOR_THE_MOMENT.test(body) ? 'answered' : answer.body));
  return [`> ${body} (${reacted})`, ...answered].join('\n');
}

/** A summary is brought to say so only where there was one: where somebody mends a slip before it was seen, there is none. */
function isAllClear(body: string): boolean {
  return body.startsWith('**All clear.**');
}

/** Each time that a check run of the bot came to its end on a commit. */
function listCheckedCommits({ timeline }: PullState): readonly string[] {
  return timeline.flatMap((entry) => (entry.kind === 'checked' ? [`check ${entry.name} of ${entry.sha}`] : []));
}

/** What may be said only once on a pull request. */
function nameWords(words: OwnWords): readonly string[] {
  if (words.kind === 'comment') return words.fingerprints.map((name) => `finding ${name}`);
  return [words.kind === 'reply' ? `reply to ${words.to}` : 'summary'];
}

function findRepeated(names: readonly string[]): readonly string[] {
  const repeated = names.filter((name, index) => names.indexOf(name) !== index);
  return [...new Set(repeated)].map((name) => `TWICE ${name}`);
}

/**
 * Without markers, without commits and addresses of the embedded GitHub, which are others in every run, without the instant
 * at which sections were filled, and without what could not be read at the moment.
 */
function plain(body: string): string {
  return body
    .replaceAll(/<!--[^]*?-->/g, '')
    .replaceAll(/http:\/\/127\.0\.0\.1:\d+/g, 'GITHUB')
    .replaceAll(/up to [-0-9]+ [:0-9]+ UTC/g, 'until then')
    .replaceAll(/\.\.[-0-9]+T\d\d%3A\d\d%3A\d\dZ/g, '..then')
    .replace(/### Not checked in full\n\n(?:- .*\n)*\n?/, '')
    .replaceAll(/\b[0-9a-f]{7,40}\b/g, 'COMMIT')
    .trim();
}

/** What is not as it is in the other run, pull request by pull request. */
export function compareEnds(calm: ReadonlyMap<string, string>, rough: ReadonlyMap<string, string>): readonly string[] {
  return [...calm].flatMap(([name, end]) => {
    const other = rough.get(name) ?? 'not there';
    return other === end ? [] : [`${name}\n  calm: ${indent(end)}\n  rough: ${indent(other)}`];
  });
}

function indent(text: string): string {
  return text.replaceAll('\n', '\n    ');
}
