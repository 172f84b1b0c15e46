/**
 * Cuts the REST operations that the embedded GitHub knows out of GitHub's OpenAPI description (npm package @octokit/openapi, MIT,
 * 385 MB, hence never a dependency) into test/fixtures/github-openapi.json:
 *
 *     node scripts/cut-openapi.ts
 *
 * Descriptions and examples go, `nullable` becomes JSON Schema's type arrays, and of the components only those stay
 * that an operation needs.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

type Json = null | boolean | number | string | Json[] | JsonObject;
interface JsonObject {
  [key: string]: Json;
}

const source = '@octokit/openapi@23.0.2';
const target = new URL('../test/fixtures/github-openapi.json', import.meta.url);

const operations: Readonly<Record<string, readonly string[]>> = {
  '/app': ['get'],
  '/app/hook/deliveries': ['get'],
  '/app/hook/deliveries/{delivery_id}/attempts': ['post'],
  '/app/installations': ['get'],
  '/app/installations/{installation_id}': ['get'],
  '/app/installations/{installation_id}/access_tokens': ['post'],
  '/app-manifests/{code}/conversions': ['post'],
  '/installation/repositories': ['get'],
  '/rate_limit': ['get'],
  '/repos/{owner}/{repo}': ['get'],
  '/repos/{owner}/{repo}/check-runs': ['post'],
  '/repos/{owner}/{repo}/check-runs/{check_run_id}': ['get', 'patch'],
  '/repos/{owner}/{repo}/check-runs/{check_run_id}/annotations': ['get'],
  '/repos/{owner}/{repo}/collaborators/{username}/permission': ['get'],
  '/repos/{owner}/{repo}/commits/{commit_sha}/pulls': ['get'],
  '/repos/{owner}/{repo}/commits/{ref}/check-runs': ['get'],
  '/repos/{owner}/{repo}/compare/{basehead}': ['get'],
  '/repos/{owner}/{repo}/contents/{path}': ['get'],
  '/repos/{owner}/{repo}/git/blobs/{file_sha}': ['get'],
  '/repos/{owner}/{repo}/git/matching-refs/{ref}': ['get'],
  '/repos/{owner}/{repo}/git/ref/{ref}': ['get'],
  '/repos/{owner}/{repo}/git/refs': ['post'],
  '/repos/{owner}/{repo}/git/refs/{ref}': ['patch'],
  '/repos/{owner}/{repo}/git/trees/{tree_sha}': ['get'],
  '/repos/{owner}/{repo}/installation': ['get'],
  '/repos/{owner}/{repo}/issues/comments': ['get'],
  '/repos/{owner}/{repo}/issues/comments/{comment_id}': ['get', 'patch', 'delete'],
  '/repos/{owner}/{repo}/issues/comments/{comment_id}/reactions': ['get', 'post'],
  '/repos/{owner}/{repo}/issues/comments/{comment_id}/reactions/{reaction_id}': ['delete'],
  '/repos/{owner}/{repo}/issues/{issue_number}/comments': ['get', 'post'],
  '/repos/{owner}/{repo}/pulls': ['get', 'post'],
  '/repos/{owner}/{repo}/pulls/comments/{comment_id}': ['get', 'patch', 'delete'],
  '/repos/{owner}/{repo}/pulls/comments/{comment_id}/reactions': ['get', 'post'],
  '/repos/{owner}/{repo}/pulls/comments/{comment_id}/reactions/{reaction_id}': ['delete'],
  '/repos/{owner}/{repo}/pulls/{pull_number}': ['get', 'patch'],
  '/repos/{owner}/{repo}/pulls/{pull_number}/comments': ['get', 'post'],
  '/repos/{owner}/{repo}/pulls/{pull_number}/comments/{comment_id}/replies': ['post'],
  '/repos/{owner}/{repo}/pulls/{pull_number}/commits': ['get'],
  '/repos/{owner}/{repo}/pulls/{pull_number}/files': ['get'],
  '/repos/{owner}/{repo}/pulls/{pull_number}/reviews': ['get', 'post'],
  '/repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}/comments': ['get'],
};

/** Keywords that check nothing, or that JSON Schema does not know. */
const dropped = new Set([
  'default',
  'deprecated',
  'description',
  'discriminator',
  'example',
  'examples',
  'externalDocs',
  'nullable',
  'title',
]);

const folder = mkdtempSync(join(tmpdir(), 'openapi-'));
try {
  const cut = mendMistakes(cutDescription(fetchDescription(folder)));
  writeFileSync(target, layOut({ ...notice(folder), ...cut }));
} finally {
  rmSync(folder, { recursive: true });
}

function fetchDescription(into: string): JsonObject {
  execFileSync('npm', ['pack', source, '--silent', '--pack-destination', into]);
  const archive = join(into, 'octokit-openapi-23.0.2.tgz');
  execFileSync('tar', ['xzf', archive, '-C', into, 'package/generated/api.github.com.json', 'package/LICENSE']);
  return parseObject(readFileSync(join(into, 'package/generated/api.github.com.json'), 'utf8'));
}

function notice(unpacked: string): JsonObject {
  return {
    source: `Operations cut out of ${source} by scripts/cut-openapi.ts`,
    license: readFileSync(join(unpacked, 'package/LICENSE'), 'utf8'),
  };
}

function cutDescription(description: JsonObject): JsonObject {
  const described = toObject(description['paths']);
  const paths: JsonObject = {};
  for (const [path, methods] of Object.entries(operations)) {
    const there = toObject(described[path]);
    paths[path] = Object.fromEntries(
      methods.map((method) => [method, cutOperation(toObject(there[method]), description)]),
    );
  }
  return { paths, components: { schemas: collectSchemas(paths, description) } };
}

/**
 * Where the description is wrong about what GitHub answers: a comment whose lines have changed has no position, and an
 * installation belongs to a user or an enterprise, not to one that is both.
 */
function mendMistakes(cut: JsonObject): JsonObject {
  const text = JSON.stringify(cut);
  const mended = text.replace('"account":{"anyOf":[{"allOf":[', '"account":{"anyOf":[{"anyOf":[');
  const schemas = toObject(toObject(cut['components'])['schemas']);
  const comment = JSON.stringify(schemas['pull-request-review-comment']);
  const position = comment.replace('"position":{"type":"integer"}', '"position":{"type":["integer","null"]}');
  if (mended === text || position === comment) throw new Error('a mistake that was mended here is gone: take it out');
  return parseObject(mended.replace(comment, position));
}

/** An operation as `{request?, responses: {status: schema or null}}`; null means a reply without a body. */
function cutOperation(operation: JsonObject, description: JsonObject): JsonObject {
  const request = jsonSchemaOf(toObject(operation['requestBody']));
  const responses = mapValues(toObject(operation['responses']), (response) => {
    return jsonSchemaOf(resolve(toObject(response), description)) ?? null;
  });
  const cut: JsonObject = { responses };
  return request === undefined ? cut : { request, ...cut };
}

function jsonSchemaOf(body: JsonObject): Json | undefined {
  const schema = toObject(toObject(body['content'])['application/json'])['schema'];
  return schema === undefined ? undefined : toJsonSchema(schema);
}

/** All component schemas that the paths need, and those that they need. */
function collectSchemas(paths: JsonObject, description: JsonObject): JsonObject {
  const known = toObject(toObject(description['components'])['schemas']);
  const schemas: JsonObject = {};
  const waiting = referencesIn(paths);
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (name in schemas) continue;
    const schema = toJsonSchema(known[name] ?? null);
    schemas[name] = schema;
    waiting.push(...referencesIn(schema));
  }
  return Object.fromEntries(Object.entries(schemas).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function referencesIn(json: Json): string[] {
  const found = JSON.stringify(json).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g);
  return Array.from(found, (match) => match[1] ?? '');
}

function resolve(response: JsonObject, description: JsonObject): JsonObject {
  const reference = response['$ref'];
  if (typeof reference !== 'string') return response;
  let there: Json = description;
  for (const step of reference.split('/').slice(1)) there = toObject(there)[step] ?? null;
  return toObject(there);
}

/** OpenAPI 3.0's dialect to JSON Schema. */
function toJsonSchema(schema: Json): Json {
  if (Array.isArray(schema)) return schema.map(toJsonSchema);
  if (schema === null || typeof schema !== 'object') return schema;
  const kept: JsonObject = {};
  for (const [key, value] of Object.entries(schema)) {
    if (dropped.has(key) || key.startsWith('x-')) continue;
    // Below `properties` the keys are names, not keywords: there "title" and "description" are fields.
    kept[key] = key === 'properties' ? mapValues(toObject(value), toJsonSchema) : toJsonSchema(value);
  }
  return schema['nullable'] === true ? allowNull(kept) : kept;
}

function allowNull(schema: JsonObject): JsonObject {
  const { type, enum: values } = schema;
  if (typeof type !== 'string') return { anyOf: [schema, { type: 'null' }] };
  const open: JsonObject = { ...schema, type: [type, 'null'] };
  return Array.isArray(values) ? { ...open, enum: [...new Set([...values, null])] } : open;
}

function mapValues(object: JsonObject, change: (value: Json) => Json): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));
}

function parseObject(text: string): JsonObject {
  return toObject(z.json().parse(JSON.parse(text)));
}

function toObject(json: Json | undefined): JsonObject {
  return json !== null && typeof json === 'object' && !Array.isArray(json) ? json : {};
}

/** One operation or schema a line, so that a difference can be read. */
function layOut(cut: JsonObject): string {
  const block = (json: Json | undefined) => {
    const lines = Object.entries(toObject(json)).map(
      ([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`,
    );
    return `{\n${lines.join(',\n')}\n}`;
  };
  const head = `"source":${JSON.stringify(cut['source'])},\n"license":${JSON.stringify(cut['license'])}`;
  return `{\n${head},\n"paths":${block(cut['paths'])},\n"components":{"schemas":${block(toObject(cut['components'])['schemas'])}}\n}\n`;
}
