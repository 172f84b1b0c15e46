import type { Reply } from './routes/route.ts';

/** One of the objects in `errors` of a refusal, or a sentence. */
export type RefusalDetail =
  string | { resource: string; code: string; field?: string; message?: string; value?: string };

/** What GitHub answers instead of doing what it was asked. Thrown by whoever notices, answered once by the server. */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly status: number;
  readonly errors: readonly RefusalDetail[] | undefined;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    message: string,
    { errors, headers = {} }: { errors?: readonly RefusalDetail[]; headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(message);
    this.status = status;
    this.errors = errors;
    this.headers = headers;
  }
}

const DOCUMENTATION = 'https://docs.github.com/rest';

export function notFound(): Refusal {
  return new Refusal(404, 'Not Found');
}

export function notAccessible(needed?: string): Refusal {
  const headers = needed === undefined ? {} : { 'x-accepted-github-permissions': needed };
  return new Refusal(403, 'Resource not accessible by integration', { headers });
}

export function invalid(resource: string, field: string, message: string): Refusal {
  return new Refusal(422, 'Validation Failed', { errors: [{ resource, code: 'custom', field, message }] });
}

/** A refusal in the form of operations that list plain sentences. */
export function unprocessable(...errors: string[]): Refusal {
  return new Refusal(422, 'Unprocessable Entity', { errors });
}

/** The answer that a refusal is. */
export function answerRefusal({ status, message, errors, headers }: Refusal): Reply {
  const body = {
    message,
    ...(errors === undefined ? {} : { errors }),
    documentation_url: DOCUMENTATION,
    status: String(status),
  };
  return { status, body, headers };
}
