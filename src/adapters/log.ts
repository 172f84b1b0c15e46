import { pino, type DestinationStream, type Logger } from 'pino';
import type { Log } from '../ports.ts';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

export interface LogOptions {
  readonly level: LogLevel;
  /** Texts that must never be written, whatever they are part of. */
  readonly secrets: readonly string[];
  /** Standard output where undefined. */
  readonly destination?: DestinationStream;
}

/**
 * What GitHub's tokens, app JWTs and keys look like: a second net under the secrets known by value. The lengths in a JWT
 * are bounded, since others' text may begin like one at each of its characters.
 */
const SECRET_SHAPES =
  /gh[a-z]_[A-Za-z0-9_]{16,}|github_pat_\w{20,}|eyJ[\w-]{8,300}\.[\w-]{8,2000}\.[\w-]{8,}|-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/gs;

/** Lines of JSON. Secrets are struck out of the finished line, so it does not matter how they got there. */
export function createPino({ level, secrets, destination }: LogOptions): Logger {
  const strike = createStrike(secrets);
  const options = {
    level,
    base: null,
    serializers: { err: describeError },
    hooks: { streamWrite: strike },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

/** The log as the rest of the program sees it. */
export function toLog(logger: Logger): Log {
  return {
    info: (fields, message) => logger.info(fields, message),
    warn: (fields, message) => logger.warn(fields, message),
    error: (fields, message) => logger.error(fields, message),
    with: (fields) => toLog(logger.child(fields)),
  };
}

function createStrike(secrets: readonly string[]): (line: string) => string {
  // Inside a line of JSON a secret stands escaped; the lines of a key may be written one by one.
  const texts = secrets
    .flatMap((secret) => [secret, ...secret.split('\n')])
    .filter((text) => text.length >= 8 && !text.startsWith('-----'))
    .map((text) => JSON.stringify(text).slice(1, -1))
    .sort((one, other) => other.length - one.length);
  return (line) =>
    texts.reduce((rest, text) => rest.replaceAll(text, '[secret]'), line.replace(SECRET_SHAPES, '[secret]'));
}

/** Only what helps: an error of octokit or Probot carries whole requests and payloads. */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return { message: String(error).slice(0, 500) };
  const { name, message, stack } = error;
  const status = 'status' in error ? error.status : undefined;
  const cause = error.cause instanceof Error ? error.cause.message.slice(0, 500) : undefined;
  return { name, message: message.slice(0, 500), status, cause, stack: stack?.slice(0, 4000) };
}
