import type { Socket } from 'node:net';
import { brotliCompressSync, gzipSync, constants } from 'node:zlib';
import { always, type Site } from '../../support/fake-web.ts';

const OK = 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n';
const MEGABYTE = 1024 * 1024;

/** Writes a piece again and again for as long as the other side takes it, or every so many milliseconds. */
function pour(socket: Socket, piece: string | Buffer, pauseMilliseconds = 0): void {
  const write = (): void => {
    if (socket.destroyed) return;
    const isTaken = socket.write(piece);
    if (pauseMilliseconds > 0) setTimeout(write, pauseMilliseconds);
    else if (isTaken) setImmediate(write);
    else socket.once('drain', write);
  };
  write();
}

function raw(act: (socket: Socket) => void): Site {
  return { raw: (socket) => void socket.once('data', () => act(socket)) };
}

function packed(body: Buffer, encoding: string, head: Readonly<Record<string, string>> = {}): Site {
  return {
    answer: (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': encoding, ...head }).end(body);
    },
  };
}

function flood(start: string, piece: string): Site {
  return raw((socket) => {
    socket.write(`${OK}\r\n${start}`);
    pour(socket, piece.repeat(Math.ceil(65_536 / piece.length)));
  });
}

const nothing = Buffer.alloc(40 * MEGABYTE);
const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/** Sites that want to hurt who reads them, and what is to be said of each; of `page` the title follows. */
export const hostileSites: readonly (readonly [name: string, site: () => Site, fact: RegExp])[] = [
  [
    'endless-headers.dev',
    () =>
      raw((socket) => {
        socket.write(OK);
        pour(socket, `X-Moon: ${'m'.repeat(1000)}\r\n`);
      }),
    /^unverified/,
  ],
  [
    'slow-headers.dev',
    () =>
      raw((socket) => {
        socket.write(OK);
        pour(socket, 'X: 1\r\n', 50);
      }),
    /^unverified time-out/,
  ],
  ['silent.dev', () => raw(() => undefined), /^unverified time-out/],
  [
    'slow-drip.dev',
    () =>
      raw((socket) => {
        socket.write(`${OK}\r\n<title>`);
        pour(socket, 'x', 50);
      }),
    /^unverified time-out/,
  ],
  [
    'slow-rest.dev',
    () =>
      raw((socket) => {
        socket.write(`${OK}\r\n<title>Moon</title><body>`);
        pour(socket, 'x', 50);
      }),
    /^page Moon$/,
  ],
  ['continues.dev', () => raw((socket) => pour(socket, 'HTTP/1.1 103 Early Hints\r\n\r\n')), /^unverified/],
  ['gzip-bomb.dev', () => packed(gzipSync(nothing), 'gzip'), /^unverified too-large/],
  ['brotli-bomb.dev', () => packed(brotliCompressSync(nothing, brotli), 'br'), /^unverified too-large/],
  ['bomb-in-bomb.dev', () => packed(gzipSync(gzipSync(nothing)), 'gzip, gzip'), /^unverified unreadable/],
  [
    'bomb-after-head.dev',
    () => packed(gzipSync(Buffer.concat([Buffer.from('<title>Moon</title><body>'), nothing])), 'gzip'),
    /^page Moon$/,
  ],
  [
    'empty-blocks.dev',
    () =>
      raw((socket) => {
        socket.write(`${OK}Content-Encoding: gzip\r\n\r\n`);
        socket.write(Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]));
        pour(socket, Buffer.alloc(65_535, Buffer.from([0, 0, 0, 0xff, 0xff])));
      }),
    /^unverified/,
  ],
  ['garbage-gzip.dev', () => packed(Buffer.from('this is no gzip'), 'gzip'), /^unverified unreadable/],
  ['cut-gzip.dev', () => packed(gzipSync('<title>Moon</title>'.repeat(9)).subarray(0, 20), 'gzip'), /^unverified/],
  ['zstd.dev', () => packed(Buffer.from('x'), 'zstd'), /^unverified unreadable/],
  ['endless-body.dev', () => flood('', 'moon '), /^unverified too-large/],
  [
    'endless-chunks.dev',
    () =>
      raw((socket) => {
        socket.write(`${OK}Transfer-Encoding: chunked\r\n\r\n`);
        pour(socket, '1\r\nx\r\n'.repeat(1000));
      }),
    /^unverified/,
  ],
  [
    'chunk-extension.dev',
    () =>
      raw((socket) => {
        socket.write(`${OK}Transfer-Encoding: chunked\r\n\r\n1;`);
        pour(socket, 'x'.repeat(65_536));
      }),
    /^unverified/,
  ],
  [
    'huge-declared.dev',
    () =>
      raw((socket) => {
        socket.write(`${OK}Content-Length: 99999999999\r\n\r\n<title>Moon</title><body>`);
        pour(socket, 'x'.repeat(65_536));
      }),
    /^unverified too-large/,
  ],
  ['too-short.dev', () => raw((socket) => socket.end(`${OK}Content-Length: 5000\r\n\r\n<title>Mo`)), /^unverified/],
  [
    'two-lengths.dev',
    () => raw((socket) => socket.end(`${OK}Content-Length: 5\r\nContent-Length: 9\r\n\r\nhello`)),
    /^unverified/,
  ],
  ['hangs-up.dev', () => raw((socket) => socket.destroy()), /^unverified network/],
  ['no-http.dev', () => raw((socket) => socket.end('220 mail.moon.dev ESMTP\r\n')), /^unverified/],
  ['wrong-type.dev', () => always('<title>Moon</title>', { 'content-type': 'application/octet-stream' }), /^page -$/],
  [
    'endless-film.dev',
    () =>
      raw((socket) => {
        socket.write(OK.replace('text/html', 'video/mp4') + '\r\n');
        pour(socket, Buffer.alloc(65_536));
      }),
    /^page -$/,
  ],
  ['huge-title.dev', () => always(`<title>${'moon '.repeat(150_000)}</title><body>`), /^page moon moon [mno ]{0,990}$/],
  ['endless-title.dev', () => flood('<title>', 'moon '), /^unverified too-large/],
  ['deep.dev', () => always(`<title>Moon</title>${'<div>'.repeat(200_000)}`), /^page Moon$/],
  [
    'deep-and-crossed.dev',
    () => always(`<title>Moon</title>${'<b>'.repeat(100_000)}${'</i>'.repeat(100_000)}`),
    /^page Moon$/,
  ],
  ['unclosed-tag.dev', () => always(`<title>Moon</title><a title="${'x'.repeat(900_000)}`), /^page Moon$/],
  ['many-attributes.dev', () => always(`<title>Moon</title><body ${attributes(100_000)}>`), /^page Moon$/],
  [
    'many-entities.dev',
    () => always(`<title>Moon</title><p>${'&amp;&notit;&#x110000;&#99999999999;'.repeat(25_000)}`),
    /^page Moon$/,
  ],
  [
    'many-metas.dev',
    () => always(`<title>Moon</title>${'<meta property="og:title" content="Sun">'.repeat(20_000)}`),
    /^page Moon$/,
  ],
  ['unclosed-script.dev', () => always(`<title>Moon</title><script>${'<!--<script>'.repeat(70_000)}`), /^page Moon$/],
  [
    'deep-json.dev',
    () => always(`<title>Moon</title><script type="application/ld+json">${'['.repeat(90_000)}</script>`),
    /^page Moon$/,
  ],
  [
    'deep-graph.dev',
    () =>
      always(
        `<title>Moon</title><script type="application/ld+json">${'{"@graph":['.repeat(9000)}${']}'.repeat(9000)}</script>`,
      ),
    /^page Moon$/,
  ],
  ['no-letters.dev', () => always(`<title>Moon</title><body>${'\u0000\uFFFE\u202E'.repeat(50_000)}`), /^page Moon$/],
  [
    'bad-utf8.dev',
    () =>
      packed(
        Buffer.concat([Buffer.from('<title>Moon'), Buffer.from([0xff, 0xc0, 0xaf]), Buffer.from('</title>')]),
        'identity',
      ),
    /^page Moon\uFFFD+$/,
  ],
  [
    'false-utf16.dev',
    () => packed(Buffer.from('<meta charset="utf-16le"><title>Moon</title>'), 'identity'),
    /^page Moon$/,
  ],
  [
    'odd-charset.dev',
    () => always('<title>Moon</title>', { 'content-type': `text/html; charset=${'x'.repeat(5000)}` }),
    /^page Moon$/,
  ],
  [
    'many-cookies.dev',
    () => raw((socket) => socket.end(`${OK}${'Set-Cookie: a=b\r\n'.repeat(5000)}\r\n<title>Moon</title>`)),
    /^unverified/,
  ],
  ['blanks.dev', () => always(`<title>${' '.repeat(900_000)}</title><body>`), /^page -$/],
];

function attributes(count: number): string {
  return Array.from({ length: count }, (_, index) => `a${index}=1`).join(' ');
}

/** Where a site sends its visitors, and what is to be said then. */
export const hostileRedirects: readonly (readonly [target: string, fact: string])[] = [
  ['http://127.0.0.1/', 'refused address'],
  ['http://2130706433/', 'refused address'],
  ['//169.254.169.254/latest/meta-data/', 'refused address'],
  ['http://[::1]/', 'refused address'],
  ['http://[::ffff:10.0.0.1]/', 'refused address'],
  ['http://localhost/', 'refused address'],
  ['https://inside.dev/', 'refused address'],
  ['https://mixed.dev/', 'refused address'],
  ['file:///etc/passwd', 'refused scheme'],
  ['ftp://good.dev/', 'refused scheme'],
  ['javascript:alert(1)', 'refused scheme'],
  ['data:text/html,x', 'refused scheme'],
  ['https://good.dev:22/', 'refused port'],
  ['https://ada:secret@good.dev/', 'refused credentials'],
  ['http://[', 'refused malformed'],
  [`https://good.dev/${'a'.repeat(5000)}`, 'refused malformed'],
];
