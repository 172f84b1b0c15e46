/** Why sections are to be filled. */
export type FillOrder =
  | { readonly kind: 'schedule' }
  | {
      readonly kind: 'command';
      /** GraphQL node ids of the comment, and of the issue or pull request it stands on. */
      readonly commentId: string;
      readonly subjectId: string;
      readonly number: number;
      readonly login: string;
      /** As written; none for all. */
      readonly sections: readonly string[];
      /** The comment holds other commands, too. */
      readonly isMixed: boolean;
    }
  | {
      readonly kind: 'tick';
      /** Of the pull request. */
      readonly number: number;
      readonly login: string;
      /** The proposal's description before and after. */
      readonly before: string;
      readonly after: string;
    };

/**
 * What is wanted of each repository's proposal. A lane keeps one waiting job, and one job does all that is wanted by the
 * time it runs; so what is wanted is kept beside the lane.
 */
export class FillOrders {
  readonly #waiting = new Map<string, readonly FillOrder[]>();

  add(key: string, orders: readonly FillOrder[]): void {
    this.#waiting.set(key, [...(this.#waiting.get(key) ?? []), ...orders]);
  }

  /** Hands out what waits, once. */
  take(key: string): readonly FillOrder[] {
    const orders = this.#waiting.get(key) ?? [];
    this.#waiting.delete(key);
    return orders;
  }
}
