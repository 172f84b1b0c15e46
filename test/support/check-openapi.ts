import { readFileSync } from 'node:fs';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import ajvFormats from 'ajv-formats';
import { z } from 'zod';

/** One request and its reply, as they went over the wire; bodies parsed, undefined where there was none. */
export interface Exchange {
  readonly method: string;
  /** Path without prefix and query, e.g. `/repos/ada/letter/pulls/1`. */
  readonly path: string;
  readonly requestBody: unknown;
  readonly status: number;
  readonly responseBody: unknown;
}

interface Operation {
  readonly name: string;
  readonly pattern: RegExp;
  readonly request: ValidateFunction | undefined;
  /** By status; null: a reply without a body. */
  readonly responses: ReadonlyMap<string, ValidateFunction | null>;
}

export interface OpenApiChecker {
  /** What GitHub's description would not allow in this exchange; empty when all is well. */
  readonly check: (exchange: Exchange) => readonly string[];
  /** Operations of the description, e.g. `GET /app`, that no exchange has used so far. */
  readonly untouched: () => readonly string[];
}

const operationSchema = z.object({ request: z.unknown().optional(), responses: z.record(z.string(), z.unknown()) });
const descriptionSchema = z.object({ paths: z.record(z.string(), z.record(z.string(), operationSchema)) });

/** GitHub declares these for few operations though any may answer them. */
const anywhere = new Set([401, 403, 404, 422, 429]);

/** Checks exchanges against the cut of GitHub's OpenAPI description in test/fixtures (scripts/cut-openapi.ts). */
export function createOpenApiChecker(): OpenApiChecker {
  const operations = readOperations();
  const used = new Set<string>();
  return {
    check: (exchange) => {
      const operation = operations.find((one) => one.pattern.test(`${exchange.method} ${exchange.path}`));
      if (operation === undefined) return [`${exchange.method} ${exchange.path}: not in the description`];
      used.add(operation.name);
      return checkExchange(operation, exchange).map((complaint) => `${operation.name}: ${complaint}`);
    },
    untouched: () => operations.map((operation) => operation.name).filter((name) => !used.has(name)),
  };
}

function checkExchange(operation: Operation, exchange: Exchange): string[] {
  return [...checkRequest(operation, exchange), ...checkResponse(operation, exchange)];
}

function checkRequest({ request }: Operation, { requestBody, status }: Exchange): string[] {
  // A refused request may be one that does not fit: that is what it was refused for.
  if (request === undefined || status >= 400) return [];
  return request(requestBody ?? {}) ? [] : describe('request', request.errors);
}

function checkResponse({ responses }: Operation, { status, responseBody }: Exchange): string[] {
  const declared = responses.get(String(status));
  if (declared === null) return responseBody === undefined ? [] : [`status ${status} came with a body`];
  if (declared !== undefined) return declared(responseBody) ? [] : describe(`reply ${status}`, declared.errors);
  if (!anywhere.has(status)) return [`status ${status} is not declared`];
  return z.object({ message: z.string(), documentation_url: z.string() }).safeParse(responseBody).success
    ? []
    : [`reply ${status} is not an error of GitHub's shape`];
}

function describe(what: string, errors: readonly ErrorObject[] | null | undefined): string[] {
  return (errors ?? []).map((error) => {
    const details = JSON.stringify(error.params);
    return `${what}${error.instancePath}: ${error.message ?? error.keyword} ${details}`;
  });
}

function readOperations(): readonly Operation[] {
  const text = readFileSync(new URL('../fixtures/github-openapi.json', import.meta.url), 'utf8');
  const json: unknown = JSON.parse(text);
  const ajv = new Ajv({ allErrors: true, strict: false });
  ajvFormats.default(ajv);
  ajv.addFormat('repo.nwo', /^[^/\s]+\/[^/\s]+$/);
  ajv.addSchema({ $id: 'github', ...z.record(z.string(), z.unknown()).parse(json) });
  return Object.entries(descriptionSchema.parse(json).paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => compileOperation(ajv, path, method, operation)),
  );
}

function compileOperation(
  ajv: Ajv,
  path: string,
  method: string,
  operation: z.infer<typeof operationSchema>,
): Operation {
  const pointer = `github#/paths/${escapePointer(path)}/${method}`;
  const compile = (place: string) => ajv.compile({ $ref: `${pointer}/${place}` });
  const responses = Object.entries(operation.responses).map(
    ([status, schema]) => [status, schema === null ? null : compile(`responses/${status}`)] as const,
  );
  return {
    name: `${method.toUpperCase()} ${path}`,
    pattern: patternOf(method, path),
    request: operation.request === undefined ? undefined : compile('request'),
    responses: new Map(responses),
  };
}

function escapePointer(path: string): string {
  return encodeURIComponent(path.replaceAll('~', '~0').replaceAll('/', '~1'));
}

/** Only a repository's content and a reference have slashes in their last part. */
function patternOf(method: string, path: string): RegExp {
  const parts = path.split('/').map((part) => {
    if (!part.startsWith('{')) return part;
    return part === '{path}' || part === '{ref}' || part === '{basehead}' ? '.+' : '[^/]+';
  });
  return new RegExp(`^${method.toUpperCase()} ${parts.join('/')}$`);
}
