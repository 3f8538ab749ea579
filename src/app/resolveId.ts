import { findId } from '#/comms'
import { pathOfId } from '#/related/paths'

/**
 * The page for whatever was pasted: an id or SID, alone or inside a link or a log line, or a five-digit error code.
 * `null` when there is nothing of the kind in the text.
 */
export function resolveId(text: string): string | null {
  const exact = pathOfId(text)
  if (exact) return exact
  const found = findId(text)
  if (found) return pathOfId(found.id)
  const whole = text.trim()
  // Cut off, or of a kind nobody here knows: that page says which.
  if (/^(?:comms_\w+|[A-Z]{2}[0-9a-f]{32})$/.test(whole)) return `/related/${whole}`
  const [code, another] = text.match(/(?<![\d+])\d{5}(?!\d)/g) ?? []
  return code !== undefined && another === undefined ? `/errors/${code}` : null
}
