import type { Dialect } from '#/comms/dialect'
import type { Json, Problem } from '#/comms/resources'
import { encodeProblems } from '#/comms/wire'
import { problem } from './codes'

/** A JSON answer. */
export function json(body: Json, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', ...headers },
  })
}

/** An error answer in the API's own shape (section 5.1). */
export function refusal(dialect: Dialect, status: number, problems: Problem[]): Response {
  return json(encodeProblems(problems, status, dialect), status)
}

export function notFound(dialect: Dialect): Response {
  return refusal(dialect, 404, [problem(20404)])
}

/** The shape of the classic API, which the layer in front of this one answers with (section 5.1). */
export function classicRefusal(status: number, code: number): Response {
  const { message, infoUrl } = problem(code)
  return json({ code, message, more_info: infoUrl, status }, status)
}
