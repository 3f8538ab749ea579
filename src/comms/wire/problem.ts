import type { Dialect } from '../dialect'
import type { Json, Problem } from '../resources'
import { compact, count, field, isObject, list, text } from './spelling'

/**
 * The problems an error body lists. Reads all four shapes of section 5.1: the two dialects' `errors` array, the
 * classic `{code, message, more_info}` of the gateway, and an RFC 9457 problem. Anything else gives an empty list.
 */
export function decodeProblems(body: Json): Problem[] {
  const listed = list(body, 'errors')
    .map(decodeProblem)
    .filter((problem) => problem !== null)
  if (listed.length > 0) return listed
  const single = decodeProblem(body)
  return single ? [single] : []
}

/** One error object, or `null` when it says nothing. */
export function decodeProblem(json: Json | undefined): Problem | null {
  if (typeof json === 'string' && json !== '')
    return { code: null, message: json, infoUrl: null, context: null }
  if (!isObject(json)) return null
  const code = count(json, 'code')
  const message = text(json, 'message') ?? text(json, 'detail') ?? text(json, 'title')
  if (code === null && message === null) return null
  const context = text(json, 'context')
  return {
    code,
    message: message ?? '',
    infoUrl: httpUrl(text(json, 'infoUrl') ?? text(json, 'moreInfo')),
    // One documented sample has the four letters "null" here (section 5.1).
    context: context === 'null' ? null : context,
  }
}

/** Links end up in an `href`, so only web addresses pass. */
export function httpUrl(url: string | null): string | null {
  return url !== null && /^https?:\/\//i.test(url) ? url : null
}

/** An error body in a dialect: the early one used the HTTP status as code and had no links (section 5.1). */
export function encodeProblems(problems: Problem[], status: number, dialect: Dialect): Json {
  if (dialect === 'early') {
    return { errors: problems.map(({ message }) => ({ code: status, message })), status }
  }
  return { errors: problems.map(encodeProblem) }
}

export function encodeProblem({ code, message, infoUrl, context }: Problem): Json {
  return { ...compact({ code, message, infoUrl }), ...(context === null ? {} : { context }) }
}

/** The status an early error body repeats, for answers whose own status was lost on the way. */
export function statusInBody(body: Json): number | null {
  return typeof field(body, 'status') === 'number' ? count(body, 'status') : null
}
