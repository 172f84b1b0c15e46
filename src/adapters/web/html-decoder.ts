import { TextDecoder } from 'node:util';

/** Turns the bytes of a page into text, whatever they are; what is no character becomes a replacement. */
export interface HtmlDecoder {
  readonly decode: (bytes: Uint8Array) => string;
}

/** So many bytes may pass before a page says how it is encoded. */
const LOOK_AT = 2048;

/** @param contentType the header, which goes before what the page says */
export function createHtmlDecoder(contentType: string): HtmlDecoder {
  let decoder: TextDecoder | undefined;
  return {
    decode: (bytes) => {
      decoder ??= createDecoder(findMark(bytes) ?? findCharset(contentType) ?? findInPage(bytes));
      return decoder.decode(bytes, { stream: true });
    },
  };
}

function createDecoder(label = 'utf-8'): TextDecoder {
  try {
    return new TextDecoder(label);
  } catch {
    // A name that nobody knows.
    return new TextDecoder();
  }
}

function findMark([first, second]: Uint8Array): string | undefined {
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xff && second === 0xfe ? 'utf-16le' : undefined;
}

function findCharset(text: string): string | undefined {
  return /charset\s*=\s*["']?([\w:.-]{1,40})/i.exec(text.slice(0, 500))?.[1];
}

/** A page that can be read up to here is not in UTF-16, whatever it says. */
function findInPage(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, LOOK_AT)).toString('latin1');
  const tag = /<meta\s[^>]{0,200}charset[^>]{0,100}/i.exec(start)?.[0];
  const found = tag === undefined ? undefined : findCharset(tag);
  return found !== undefined && /^utf-?16/i.test(found) ? 'utf-8' : found;
}
