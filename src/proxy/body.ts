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
