/** A part of two arrays, from `start` up to `end`: numbers side by side, and a value for each. */
export interface SparseVector {
  readonly indices: Int32Array;
  readonly values: Float32Array;
  readonly start: number;
  readonly end: number;
}

/**
 * Room for vectors in arrays that many of them share. Arrays of their own would take several times what they hold, and
 * hundreds of thousands of them keep the collector of garbage busier than the learning itself.
 */
export class VectorRoom {
  /** How long the shared arrays are. */
  readonly #length: number;
  #indices = new Int32Array();
  #values = new Float32Array();
  #end = 0;

  /** @param length how long the shared arrays are; with 0 each vector has its own, which suits a single one */
  constructor(length: number) {
    this.#length = length;
  }

  /** A part that nobody else has. */
  take(size: number): SparseVector {
    if (this.#end + size > this.#indices.length) {
      const length = Math.max(size, this.#length);
      this.#indices = new Int32Array(length);
      this.#values = new Float32Array(length);
      this.#end = 0;
    }
    const start = this.#end;
    this.#end += size;
    return { indices: this.#indices, values: this.#values, start, end: this.#end };
  }

  /** Takes back so many places at the end of the part that was taken last. */
  takeBack(size: number): void {
    this.#end -= size;
  }
}
