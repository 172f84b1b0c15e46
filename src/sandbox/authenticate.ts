import { createVerify, type KeyObject } from 'node:crypto';
import { type Fields, parseFields } from './fields.ts';
import type { Actor, App } from './records/app.ts';
import { Refusal } from './refusal.ts';
import type { World } from './world.ts';

/** Longest life of an app's own token, in seconds. */
const MAX_LIFE = 600;
/** How far the clocks may differ, in seconds. */
const LEEWAY = 60;

/** Who asks, by the `authorization` header; refuses (401) what it does not know, what is forged and what is over. */
export function authenticate(world: World, header: string | undefined): Actor {
  if (header === undefined || header === '') return { kind: 'anonymous' };
  const [, scheme = '', secret = ''] = /^(\w+)\s+(\S+)$/.exec(header) ?? [];
  if (!['bearer', 'token'].includes(scheme.toLowerCase())) throw new Refusal(401, 'Bad credentials');
  if (secret.split('.').length === 3) return authenticateApp(world, secret);
  const token = world.tokens.get(secret);
  // Life and death of tokens go by the real clock, as the program that asks goes by it.
  if (token === undefined || (token.kind === 'installation' && token.expiresAt.getTime() <= Date.now())) {
    throw new Refusal(401, 'Bad credentials');
  }
  return token;
}

function authenticateApp(world: World, token: string): Actor {
  const [head = '', claims = '', signature = ''] = token.split('.');
  const header = decode(head);
  const body = decode(claims);
  const app = world.apps.find((one) => String(one.id) === String(body['iss']));
  if (app === undefined || header['alg'] !== 'RS256' || !isSigned(app.publicKey, `${head}.${claims}`, signature)) {
    throw new Refusal(401, 'A JSON web token could not be decoded');
  }
  checkLife(body);
  return { kind: 'app', app };
}

function checkLife({ iat, exp }: Readonly<Record<string, unknown>>) {
  const now = Math.floor(Date.now() / 1000);
  if (typeof exp !== 'number' || exp <= now) {
    throw new Refusal(
      401,
      "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires",
    );
  }
  if (exp > now + MAX_LIFE) throw new Refusal(401, "'Expiration time' claim ('exp') is too far in the future");
  if (typeof iat !== 'number' || iat > now + LEEWAY) {
    throw new Refusal(
      401,
      "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued",
    );
  }
}

function isSigned(key: KeyObject, text: string, signature: string): boolean {
  return createVerify('RSA-SHA256').update(text).verify(key, signature, 'base64url');
}

function decode(part: string): Fields {
  return parseFields(Buffer.from(part, 'base64url').toString()) ?? {};
}

/** The app, where only an app's own token will do. */
export function needApp(actor: Actor): App {
  if (actor.kind !== 'app') throw new Refusal(401, 'A JSON web token could not be decoded');
  return actor.app;
}
