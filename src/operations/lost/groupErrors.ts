import type { OperationError } from '#/comms'

/** Messages of an operation that failed for the same reason. */
export interface LostGroup {
  /** `null` where the API gave words only. */
  code: number | null
  /** The API's words beside the first of them. */
  message: string
  messages: number
  /** One of them, to look at; `null` where the API names none. */
  example: string | null
}

/**
 * Failures by their code, most first. A message that the API lists twice with the same code counts once. Failures
 * without a code are told apart by their words.
 */
export function groupErrors(errors: readonly OperationError[]): LostGroup[] {
  const groups = new Map<string, LostGroup & { seen: Set<string> }>()
  errors.forEach(({ problem: { code, message }, messageId, to }, index) => {
    const key = code === null ? `words ${message}` : `code ${code}`
    const group = groups.get(key) ?? { code, message, messages: 0, example: null, seen: new Set<string>() }
    groups.set(key, group)
    const who = messageId ?? (to ? `${to.channel} ${to.address}` : `entry ${index}`)
    if (group.seen.has(who)) return
    group.seen.add(who)
    group.messages += 1
    group.example ??= messageId
  })
  return [...groups.values()]
    .map(({ seen: _seen, ...group }) => group)
    .toSorted((a, b) => b.messages - a.messages || (a.code ?? 0) - (b.code ?? 0))
}
