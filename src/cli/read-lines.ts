/** A line longer than this is no revision pair; its beginning is handed over, its rest dropped. */
const LONGEST = 1_000_000;

/** The lines of a stream of UTF-8, each as soon as it is complete. Only a line feed ends a line. */
export async function* readLines(stream: AsyncIterable<Uint8Array | string>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of stream) {
    const lines = (rest + (typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true }))).split('\n');
    rest = (lines.pop() ?? '').slice(0, LONGEST);
    yield* lines;
  }
  if (rest !== '') yield rest;
}
