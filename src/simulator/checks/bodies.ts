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
  if (announced > MAX_BYTES) return { answer: refusal(dialect, 413, [problem(20413)]) }
  const bytes = await request.arrayBuffer()
  if (bytes.byteLength > MAX_BYTES) return { answer: refusal(dialect, 413, [problem(20413)]) }
  try {
    // What JSON.parse gives is JSON by definition.
    return { body: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as Json }
  } catch {
    return { answer: refusal(dialect, 400, [problem(20422, 'The request body is not valid JSON.')]) }
  }
}
