import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import ajvFormats from 'ajv-formats';
import { z } from 'zod';

/** One request and its reply, as the embedded GitHub logs them; bodies parsed, undefined where there was none. */
export interface Exchange {
  /** GitHub's own name for it, e.g. `GET /repos/{owner}/{repo}`; `unknown` where it was not understood. */
  readonly operation: string;
  readonly status: number;
  readonly requestBody: unknown;
  readonly responseBody: unknown;
}

type Validator = () => ValidateFunction;

/** Compiled when first needed: all of them take a second. */
interface Operation {
  readonly request: Validator | undefined;
  /** By status; null: a reply without a body. */
  readonly responses: ReadonlyMap<string, Validator | null>;
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
      used.add(exchange.operation);
      const operation = operations.get(exchange.operation);
      const complaints =
        operation === undefined
          ? checkUnknown(exchange)
          : [...checkRequest(operation, exchange), ...checkResponse(operation, exchange)];
      return complaints.map((complaint) => `${exchange.operation}: ${complaint}`);
    },
    untouched: () => [...operations.keys()].filter((name) => !used.has(name)),
  };
}

function checkUnknown({ operation, status, responseBody }: Exchange): string[] {
  return operation === 'unknown' && status >= 400 ? checkError(status, responseBody) : ['not in the description'];
}

function checkRequest({ request }: Operation, { requestBody, status }: Exchange): string[] {
  // A refused request may be one that does not fit: that is what it was refused for.
  if (request === undefined || status >= 400) return [];
  return validate(request(), requestBody ?? {}, 'request');
}

function checkResponse({ responses }: Operation, { status, responseBody }: Exchange): string[] {
  // GitHub answers conditional requests everywhere.
  const declared = status === 304 ? null : responses.get(String(status));
  if (declared === null) return responseBody === undefined ? [] : [`status ${status} came with a body`];
  if (declared !== undefined) return validate(declared(), responseBody, `reply ${status}`);
  if (!anywhere.has(status)) return [`status ${status} is not declared`];
  return checkError(status, responseBody);
}

function checkError(status: number, body: unknown): string[] {
  const isError = z.object({ message: z.string(), documentation_url: z.string() }).safeParse(body).success;
  return isError ? [] : [`reply ${status} is not an error of GitHub's shape`];
}

function validate(validator: ValidateFunction, body: unknown, what: string): string[] {
  if (validator(body)) return [];
  return (validator.errors ?? []).map(({ instancePath, message, keyword, params }) => {
    return `${what}${instancePath}: ${message ?? keyword} ${JSON.stringify(params)}`;
  });
}

function readOperations(): ReadonlyMap<string, Operation> {
  const text = readFileSync(new URL('../fixtures/github-openapi.json', import.meta.url), 'utf8');
  const json: unknown = JSON.parse(text);
  const ajv = new Ajv({ allErrors: true, strict: false });
  ajvFormats.default(ajv);
  ajv.addFormat('repo.nwo', /^[^/\s]+\/[^/\s]+$/);
  ajv.addSchema({ $id: 'github', ...z.record(z.string(), z.unknown()).parse(json) });
  const operations = Object.entries(descriptionSchema.parse(json).paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => {
      return [`${method.toUpperCase()} ${path}`, compileOperation(ajv, path, method, operation)] as const;
    }),
  );
  return new Map(operations);
}

function compileOperation(
  ajv: Ajv,
  path: string,
  method: string,
  operation: z.infer<typeof operationSchema>,
): Operation {
  const pointer = `github#/paths/${escapePointer(path)}/${method}`;
  const compile = (place: string): Validator => {
    const schema = { $ref: `${pointer}/${place}` };
    // The same object each time, so that it is compiled once.
    return () => ajv.compile(schema);
  };
  const responses = Object.entries(operation.responses).map(
    ([status, schema]) => [status, schema === null ? null : compile(`responses/${status}`)] as const,
  );
  return {
    request: operation.request === undefined ? undefined : compile('request'),
    responses: new Map(responses),
  };
}

function escapePointer(path: string): string {
  return encodeURIComponent(path.replaceAll('~', '~0').replaceAll('/', '~1'));
}
