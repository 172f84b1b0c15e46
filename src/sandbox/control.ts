import type { IncomingMessage } from 'node:http';
import type { Fields } from './fields.ts';
import { readBody } from './read-body.ts';
import { answerRefusal, Refusal } from './refusal.ts';
import type { Reply } from './routes/route.ts';

/** What a process outside can see and do: people's actions by name, and what there is to read. */
export interface Control {
  readonly actions: Readonly<Record<string, (fields: Fields) => unknown>>;
  readonly views: Readonly<Record<string, () => unknown>>;
}

const PREFIX = '/_sandbox/';

export function isControl(request: IncomingMessage): boolean {
  return request.url?.startsWith(PREFIX) === true;
}

/** `POST /_sandbox/<action>` does what a person would do; `GET /_sandbox/<view>` shows. */
export async function answerControl(control: Control, request: IncomingMessage): Promise<Reply> {
  const name = request.url?.slice(PREFIX.length) ?? '';
  const known = request.method === 'POST' ? control.actions : control.views;
  const run = Object.hasOwn(known, name) ? known[name] : undefined;
  if (run === undefined) return { status: 404, body: { message: `the control channel has no ${name}` } };
  try {
    return { status: 200, body: (await run(await readBody(request))) ?? {} };
  } catch (error) {
    if (error instanceof Refusal) return answerRefusal(error);
    return { status: 500, body: { message: error instanceof Error ? error.message : String(error) } };
  }
}
