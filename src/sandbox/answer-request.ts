import { createHash } from 'node:crypto';
import type { Fields } from './fields.ts';
import { runGraphql } from './graphql/run-graphql.ts';
import { authenticate } from './authenticate.ts';
import type { Actor } from './records/app.ts';
import { fullName } from './records/repository.ts';
import { answerRefusal, Refusal } from './refusal.ts';
import { allRoutes } from './routes/all-routes.ts';
import type { Call, Reply, Route } from './routes/route.ts';
import type { World } from './world.ts';

/** A request after its body was read. */
export interface Asked {
  readonly method: string;
  readonly url: URL;
  readonly authorization: string | undefined;
  readonly ifNoneMatch: string | undefined;
  readonly body: Fields;
}

/** A request that the embedded GitHub understood, ready to be run: what it does and for whom. */
export interface Understood {
  readonly operation: string;
  readonly actor: Actor;
  readonly run: () => Reply | Promise<Reply>;
}

/** Finds out what is asked; refuses bad credentials. What is not known is noted and answered 404. */
export function understand(world: World, asked: Asked): Understood {
  // The root folder's contents are asked for with and without a slash.
  const plain = asked.url.pathname.replace(/^\/api\/v3(?=\/)/, '').replace(/\/contents$/, '/contents/');
  const path = plain.replace(
    /^\/repositories\/(\d+)(?=\/|$)/,
    (whole, id: string) => nameById(world, Number(id)) ?? whole,
  );
  const actor = authenticate(world, asked.authorization);
  if (asked.method === 'POST' && /^\/(?:api\/)?graphql$/.test(asked.url.pathname)) {
    return runGraphql(world, actor, asked.body);
  }
  const found = findRoute(asked.method, path);
  if (found !== undefined) {
    const call: Call = { world, actor, params: found.params, url: asked.url, body: asked.body };
    return { operation: found.route.operation, actor, run: () => found.route.run(call) };
  }
  const unknown = `${asked.method} ${path}`;
  return {
    operation: `unknown ${unknown}`,
    actor,
    run: () => {
      world.unimplemented.add(unknown);
      throw new Refusal(404, 'Not Found');
    },
  };
}

/** What stands for a repository's number, to which an old name leads. */
function nameById(world: World, id: number): string | undefined {
  const found = world.repositories.find((one) => one.id === id && !one.isDeleted);
  return found && `/repos/${fullName(found)}`;
}

function findRoute(method: string, path: string): { route: Route; params: Record<string, string> } | undefined {
  for (const route of allRoutes) {
    const match = route.method === method ? route.pattern.exec(path) : null;
    if (match === null) continue;
    const params = Object.entries(match.groups ?? {}).map(([name, text]): [string, string] => [
      name,
      decodeSafely(text),
    ]);
    return { route, params: Object.fromEntries(params) };
  }
  return undefined;
}

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) throw new Refusal(400, 'Bad Request');
    throw error;
  }
}

/** Runs it; a refusal becomes its answer, and a mistake of ours a 500 that is noted as unimplemented. */
export async function runSafely(world: World, operation: string, run: () => Reply | Promise<Reply>): Promise<Reply> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof Refusal) return answerRefusal(error);
    world.unimplemented.add(
      `${operation} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
    return { status: 500, body: { message: 'Server Error' } };
  }
}

/** Gives a readable answer its ETag, and answers 304 where the asker has it already. */
export function answerConditionally({ method, ifNoneMatch }: Asked, reply: Reply): Reply {
  if (method !== 'GET' || reply.status !== 200) return reply;
  const etag = `W/"${createHash('sha256').update(JSON.stringify(reply.body)).digest('hex')}"`;
  const headers = { ...reply.headers, etag, 'cache-control': 'private, max-age=60, s-maxage=60' };
  const strip = (tag: string) => tag.trim().replace(/^W\//, '');
  const isKnown = ifNoneMatch?.split(',').some((tag) => strip(tag) === strip(etag)) === true;
  return isKnown ? { status: 304, headers } : { ...reply, headers };
}
