import { createHmac } from 'node:crypto';
import { z } from 'zod';

/** What a GitHub workflow tells a step about where and why it runs. */
export interface ActionEnvironment {
  readonly token: string;
  /** The app that the token belongs to: own checks are known by it. */
  readonly appId: number;
  /** As webhooks call it. */
  readonly event: string;
  /** The path of a file with the event as JSON. */
  readonly eventPath: string;
  readonly owner: string;
  readonly repository: string;
  readonly runId: string;
  readonly apiUrl: string;
  readonly markerKey: string;
  /** What the key is made of; undefined where anybody can make it. */
  readonly markerSecret: string | undefined;
  /** The token may write contents and issues, too, so that sections can be filled by a pull request. */
  readonly mayPublish: boolean;
}

/** GitHub's own app, whose tokens workflows get on github.com. */
const ACTIONS_APP = 15_368;

const variablesSchema = z.object({
  COPYDESK_TOKEN: z.string('is missing: the workflow’s token'),
  GITHUB_EVENT_NAME: z.string('is missing'),
  GITHUB_EVENT_PATH: z.string('is missing'),
  GITHUB_REPOSITORY: z.string('is missing').regex(/^[^/]+\/[^/]+$/, 'must be owner/name'),
  GITHUB_REPOSITORY_ID: z.string('is missing'),
  GITHUB_RUN_ID: z.string('is missing'),
  GITHUB_API_URL: z.url('must be an address'),
  COPYDESK_APP_ID: z
    .string()
    .regex(/^[1-9]\d{0,15}$/, 'must be the number of an app')
    .transform(Number)
    .default(ACTIONS_APP),
  COPYDESK_MARKER_SECRET: z.string().optional(),
  COPYDESK_PUBLISH: z.enum(['true', 'false'], 'must be true or false').default('false'),
});

export type ActionReading =
  | { readonly ok: true; readonly environment: ActionEnvironment }
  | { readonly ok: false; readonly problems: readonly string[] };

/**
 * Reads a step's environment. Without a secret for markers anybody may know their key: only comments of the workflow's own
 * identity are believed anyway.
 */
export function readActionEnvironment(variables: Readonly<Record<string, string | undefined>>): ActionReading {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value?.trim()));
  const { data, error } = variablesSchema.safeParse(given);
  if (data === undefined) {
    return { ok: false, problems: error.issues.map(({ path, message }) => `${path.join('.')} ${message}`) };
  }
  const [owner = '', repository = ''] = data.GITHUB_REPOSITORY.split('/');
  const markerKey = createHmac('sha256', data.COPYDESK_MARKER_SECRET ?? data.GITHUB_REPOSITORY_ID)
    .update('copydesk markers')
    .digest('hex');
  return {
    ok: true,
    environment: {
      ...{ token: data.COPYDESK_TOKEN, appId: data.COPYDESK_APP_ID, owner, repository, markerKey },
      markerSecret: data.COPYDESK_MARKER_SECRET,
      event: data.GITHUB_EVENT_NAME.replace(/^pull_request_target$/, 'pull_request'),
      eventPath: data.GITHUB_EVENT_PATH,
      mayPublish: data.COPYDESK_PUBLISH === 'true',
      runId: data.GITHUB_RUN_ID,
      apiUrl: data.GITHUB_API_URL.replace(/\/$/, ''),
    },
  };
}
