/** Does something at once; what it throws becomes the promise's rejection, as with everything people do. */
export function act<Result>(work: () => Result): Promise<Result> {
  return new Promise((resolve) => {
    resolve(work());
  });
}
