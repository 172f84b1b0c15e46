import type { PullState, SandboxState } from '../../src/sandbox/state.ts';

/** What the people of each pull request see in the end, by `owner/name#number`; the way there leaves no mark in it. */
export function describeEnd({ repositories }: SandboxState): ReadonlyMap<string, string> {
  return new Map(
    repositories.flatMap(({ owner, name, pulls }) =>
      pulls.map((pull): [string, string] => [`${owner}/${name}#${pull.title}`, describePull(pull)]),
    ),
  );
}

/** Everything that stands, each thing as often as it stands there: what was said twice shows. */
function describePull(pull: PullState): string {
  const checks = pull.checks.map(
    (check) => `check ${check.status} ${check.conclusion ?? ''} ${check.title ?? ''}\n${plain(check.summary ?? '')}`,
  );
  const said = pull.timeline.flatMap((entry) => {
    if (entry.kind !== 'comment') return [];
    const reactions = entry.reactions?.map(({ content, by }) => `${content}${by.length}`).join() ?? '';
    if (!entry.by.isBot) return [`> ${entry.body} ${reactions}`];
    return entry.minimized === undefined ? [`comment ${plain(entry.body)}`] : [];
  });
  const threads = pull.threads.flatMap(({ path, line, resolvedBy, comments }) =>
    comments
      .filter(({ minimized }) => minimized === undefined && resolvedBy === undefined)
      .map(({ body }) => `inline ${path}:${line ?? 'outdated'} ${plain(body)}`),
  );
  return [...checks.sort(), ...said.sort(), ...threads.sort()].join('\n---\n');
}

/** Without markers, without commits, which have other ids in every run, and without what could not be read at the moment. */
function plain(body: string): string {
  return body
    .replaceAll(/<!--[^]*?-->/g, '')
    .replace(/### Not checked\n\n(?:- .*\n)*\n?/, '')
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
