/** The bytes of a body that is coming in. */
export interface BodyBuffer {
  /** Keeps a piece; false where there is no room for it. */
  readonly add: (piece: Buffer) => boolean;
  readonly read: () => Buffer;
}

const FIRST_BYTES = 4096;

/**
 * One block of memory for a body, which grows with what comes and not before: outside the heap, whose bound would end the process, and
 * in one block however small the pieces are.
 * @param declared how long the body is to be, by its headers; 0 where they do not say
 * @param take asks for so many bytes more, and is told whether there is room
 */
export function createBodyBuffer(declared: number, take: (bytes: number) => boolean): BodyBuffer {
  let block = Buffer.alloc(0);
  let size = 0;
  return {
    add: (piece) => {
      const needed = size + piece.length;
      if (needed > block.length) {
        const grown = Math.max(needed, FIRST_BYTES, 2 * block.length);
        const length = declared >= needed ? Math.min(grown, declared) : grown;
        if (!take(length - block.length)) return false;
        const larger = Buffer.allocUnsafeSlow(length);
        block.copy(larger, 0, 0, size);
        block = larger;
      }
      piece.copy(block, size);
      size = needed;
      return true;
    },
    read: () => block.subarray(0, size),
  };
}
