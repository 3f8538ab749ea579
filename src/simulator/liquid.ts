import type { Json } from '#/comms/resources'

/** The part of Liquid that sends use: a variable with a default (section 2.1). */

const OUTPUT = /\{\{\s*([\w.-]+)\s*(?:\|\s*default\s*:\s*(?:"([^"]*)"|'([^']*)')\s*)?\}\}/g
const RAW = /\{%-?\s*raw\s*-?%\}([\s\S]*?)\{%-?\s*endraw\s*-?%\}/g

/** The words one recipient gets. What is not understood stays as written. */
export function resolveLiquid(text: string, variables: Readonly<Record<string, string>>): string {
  const fill = (part: string) =>
    part.replace(OUTPUT, (_, name: string, double?: string, single?: string) =>
      Object.hasOwn(variables, name) && variables[name] ? variables[name] : (double ?? single ?? ''),
    )
  let result = ''
  let end = 0
  for (const match of text.matchAll(RAW)) {
    result += fill(text.slice(end, match.index)) + (match[1] ?? '')
    end = match.index + match[0].length
  }
  return result + fill(text.slice(end))
}

/** No documented part of a request goes deeper; what does is left out, as it could not be written as JSON again. */
const MAX_DEPTH = 30

/** The same for every text in a part of a request. */
export function resolveAll(json: Json, variables: Readonly<Record<string, string>>, depth = 0): Json {
  if (typeof json === 'string') return resolveLiquid(json, variables)
  if (typeof json !== 'object' || json === null) return json
  if (depth === MAX_DEPTH) return null
  const resolve = (part: Json) => resolveAll(part, variables, depth + 1)
  if (Array.isArray(json)) return json.map(resolve)
  return Object.fromEntries(Object.entries(json).map(([name, value]) => [name, resolve(value)]))
}

/** The first variable without a default, which the API was seen to refuse (section 2.1), or `null`. */
export function variableWithoutDefault(text: string): string | null {
  for (const [, body = ''] of text.replace(RAW, '').matchAll(/\{\{([^{}]*)\}\}/g)) {
    if (!/\|\s*default\s*:/.test(body)) return body.trim()
  }
  return null
}
