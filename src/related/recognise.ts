import { findId, parseId, type ParsedId } from '#/comms'

/** What the text in the address of `/related/:id` is. */
export type Recognised =
  | ({ what: 'id' } & ParsedId)
  /** An id with something around it: a link, a line of a log. */
  | { what: 'within'; id: string }
  | { what: 'code'; code: string }
  /** A whole id of Twilio's, of a kind that this program does not know. */
  | { what: 'foreign'; text: string }
  /** Begins like an id of this API, and is none: cut off or mistyped. */
  | { what: 'almost'; text: string }
  | { what: 'unknown'; text: string }

/** Recognises whatever stands in the address. Total: any text has an answer. */
export function recognise(text: string): Recognised {
  const parsed = parseId(text)
  if (parsed) return { what: 'id', ...parsed }
  const found = findId(text)
  if (found) return { what: 'within', id: found.id }
  const trimmed = text.trim()
  if (isForeignId(trimmed)) return { what: 'foreign', text: trimmed }
  if (/^\d{5}$/.test(trimmed)) return { what: 'code', code: trimmed }
  if (/^(?:comms|mem|cmp|conv)_|^[A-Z]{2}[0-9a-f]{8,}$/i.test(trimmed))
    return { what: 'almost', text: trimmed }
  return { what: 'unknown', text: trimmed }
}

/** Whether a text is an id of Twilio's that is whole and of a kind this program does not know. */
function isForeignId(text: string): boolean {
  return (
    /^(?:[A-Z]{2}[0-9a-f]{32}|comms_[a-z_]+_[0-7][a-hjkmnpqrstv-z0-9]{25,34})$/.test(text) &&
    parseId(text) === null
  )
}
