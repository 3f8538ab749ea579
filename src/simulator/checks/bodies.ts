import type { Dialect } from '#/comms/dialect'
import type { Json } from '#/comms/resources'
import { refusal } from '../answers'
import { problem } from '../codes'

/** Section 0: a request is at most 10 MB. */
const MAX_BYTES = 10 * 1024 * 1024

/** The JSON body of a request, or the answer that refuses it. */
export async function readBody(
  request: Request,
  dialect: Dialect,
): Promise<{ body: Json } | { answer: Response }> {
  const announced = Number(request.headers.get('content-length') ?? 0)
  const bytes = announced > MAX_BYTES ? null : await bytesOf(request)
  if (bytes === null) return { answer: refusal(dialect, 413, [problem(20413)]) }
  try {
    // What JSON.parse gives is JSON by definition.
    return { body: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as Json }
  } catch {
    return { answer: refusal(dialect, 400, [problem(20422, 'The request body is not valid JSON.')]) }
  }
}

/** The bytes of the body, `null` when they are too many; then the rest is read too, so that its sender gets an answer. */
async function bytesOf(request: Request): Promise<Uint8Array | null> {
  // Not every browser has the stream of a request.
  if (!request.body) {
    const bytes = new Uint8Array(await request.arrayBuffer())
    return bytes.byteLength > MAX_BYTES ? null : bytes
  }
  const parts: Uint8Array[] = []
  let length = 0
  const reader = request.body.getReader()
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.byteLength
    if (length <= MAX_BYTES) parts.push(part.value)
  }
  if (length > MAX_BYTES) return null
  const bytes = new Uint8Array(length)
  let end = 0
  for (const part of parts) {
    bytes.set(part, end)
    end += part.byteLength
  }
  return bytes
}
