/** Section 0: a request to the API is at most 10 MB. */
export const BODY_LIMIT = 10 * 1024 * 1024

/** More came than the limit allows. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge'
}

/**
 * The bytes of a request's body.
 * @param limit in bytes; {@link TooLarge} is thrown as soon as it is passed
 */
export async function readBody(request: Request, limit = BODY_LIMIT): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw new TooLarge()
  const { bytes, rest } = await readUpTo(request.body, limit)
  if (rest === null) return bytes
  void rest.cancel().catch(() => undefined)
  throw new TooLarge()
}

/**
 * Reads a stream to its end, or until more than `limit` bytes are there: then `rest` is the whole stream again, with
 * what was read put back at its start, and `bytes` is empty.
 */
export async function readUpTo(
  body: ReadableStream<Uint8Array<ArrayBuffer>> | null,
  limit: number,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; rest: ReadableStream<Uint8Array<ArrayBuffer>> | null }> {
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  if (body === null) return { bytes: new Uint8Array(), rest: null }
  const reader = body.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    chunks.push(value)
    size += value.byteLength
    if (size > limit) return { bytes: new Uint8Array(), rest: resume(chunks, reader) }
  }
  const [only] = chunks
  return { bytes: only && chunks.length === 1 ? only : join(chunks, size), rest: null }
}

function join(chunks: Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.byteLength
  }
  return bytes
}

function resume(
  chunks: Uint8Array<ArrayBuffer>[],
  reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    async pull(controller) {
      const chunk = chunks.shift()
      if (chunk) return controller.enqueue(chunk)
      const { done, value } = await reader.read()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    cancel: (reason) => reader.cancel(reason),
  })
}
