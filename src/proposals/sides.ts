/** One thing as it was generated last, as it is generated now, and as editors left it in the branch. */
export interface Sides<Value> {
  readonly base: Value;
  readonly generated: Value;
  readonly branch: Value;
}

/** The same of each side. */
export function mapSides<From, To>({ base, generated, branch }: Sides<From>, take: (side: From) => To): Sides<To> {
  return { base: take(base), generated: take(generated), branch: take(branch) };
}
