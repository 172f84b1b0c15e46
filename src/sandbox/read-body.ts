import type { IncomingMessage } from 'node:http';
import { type Fields, parseFields } from './fields.ts';
import { Refusal } from './refusal.ts';

const MAX_BYTES = 30_000_000;

/** What a request carries, as an object: JSON or a form; an empty body is an empty object. */
export async function readBody(request: IncomingMessage): Promise<Fields> {
  const chunks: Buffer[] = [];
  let length = 0;
  const stream: AsyncIterable<Uint8Array> = request;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk);
    length += bytes.length;
    if (length > MAX_BYTES) throw new Refusal(413, 'Request body too large');
    chunks.push(bytes);
  }
  const text = Buffer.concat(chunks).toString();
  if (text === '') return {};
  if (request.headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true) {
    return Object.fromEntries(new URLSearchParams(text));
  }
  const fields = parseFields(text);
  if (fields === undefined) throw new Refusal(400, 'Problems parsing JSON');
  return fields;
}
