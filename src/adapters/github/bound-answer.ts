/** Far more than GitHub has to say; what is beyond is made by strangers to take the memory of the process. */
const MAX_BYTES = 20_000_000;

/** An answer that breaks off where it is too large, as if the connection had. */
export function boundAnswer(answer: Response): Response {
  const { body, status, statusText, headers } = answer;
  if (body === null) return answer;
  let bytes = 0;
  const count = new TransformStream<Uint8Array, Uint8Array>({
    transform: (piece, controller) => {
      bytes += piece.byteLength;
      if (bytes > MAX_BYTES) controller.error(new Error('the answer is too large'));
      else controller.enqueue(piece);
    },
  });
  return new Response(body.pipeThrough(count), { status, statusText, headers });
}
