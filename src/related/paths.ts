import { parseId } from '#/comms'

/**
 * The page of this program that shows the resource with this id, or `null` for a text that is no id. A session has no
 * resource of its own (section 1.5): its messages are what there is to see.
 */
export function pathOfId(text: string): string | null {
  const parsed = parseId(text)
  if (!parsed) return null
  const id = encodeURIComponent(parsed.id)
  switch (parsed.kind) {
    case 'message':
      return `/messages/${id}`
    case 'operation':
      return `/operations/${id}`
    case 'session':
      return `/messages?sessionId=${id}`
    default:
      return `/related/${id}`
  }
}
