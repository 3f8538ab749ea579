import { parseId } from '#/comms'

/** Whether a text is an id of Twilio's that is whole and of a kind this program does not know. */
export function isForeignId(text: string): boolean {
  return (
    /^(?:[A-Z]{2}[0-9a-f]{32}|comms_[a-z_]+_[0-7][a-hjkmnpqrstv-z0-9]{25,34})$/.test(text) &&
    parseId(text) === null
  )
}

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
