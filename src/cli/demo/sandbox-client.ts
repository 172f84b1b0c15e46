import { z } from 'zod';
import type { People } from '../../sandbox/people/people.ts';
import type { PullState, SandboxState } from '../../sandbox/state.ts';

/** The embedded GitHub in its own process, as its people use it. */
export interface SandboxClient {
  /** Does what a person would do; rejects with GitHub's words where it is refused. */
  readonly act: <Name extends keyof People>(
    name: Name,
    order: Parameters<People[Name]>[0],
  ) => Promise<Readonly<Record<string, unknown>>>;
  /** Says where its pages are shown, so that links in texts lead there. */
  readonly showOn: (pageUrl: string) => Promise<void>;
  /** A file as somebody reads it who may; rejects when it is not there. */
  readonly readFile: (login: string, file: RepositoryFile) => Promise<string>;
  readonly readState: () => Promise<SandboxState>;
  /** @param repository `owner/name` */
  readonly readPull: (repository: string, number: number) => Promise<PullState | undefined>;
}

interface RepositoryFile {
  /** `owner/name` */
  readonly repository: string;
  readonly sha: string;
  readonly path: string;
}

/** @param url where it listens, without a slash at the end */
export function createSandboxClient(url: string): SandboxClient {
  const readState = async (): Promise<SandboxState> => {
    const response = await fetch(`${url}/_sandbox/state`);
    // The other process is of this very program and writes this very type: there is nothing foreign to check.
    return (await response.json()) as SandboxState;
  };
  const post = async (name: string, order: object) => {
    const response = await fetch(`${url}/_sandbox/${name}`, { method: 'POST', body: JSON.stringify(order) });
    const answer = z.record(z.string(), z.unknown()).parse(await response.json());
    if (response.ok) return answer;
    throw new Error(`${name}: ${String(answer['message'])}`);
  };
  const act: SandboxClient['act'] = post;
  return {
    act,
    showOn: async (pageUrl) => {
      await post('setPageUrl', { url: pageUrl });
    },
    readFile: async (login, { repository, sha, path }) => {
      const { token } = await act('createUser', { login });
      const headers = { authorization: `Bearer ${String(token)}` };
      const response = await fetch(`${url}/repos/${repository}/contents/${path}?ref=${sha}`, { headers });
      return Buffer.from(contentSchema.parse(await response.json()).content, 'base64').toString();
    },
    readState,
    readPull: async (repository, number) => {
      const { repositories } = await readState();
      const found = repositories.find((one) => `${one.owner}/${one.name}` === repository);
      return found?.pulls.find((pull) => pull.number === number);
    },
  };
}

const contentSchema = z.object({ content: z.string() });
