import type { TagPair } from './pairs'
import { forget, recall, remember } from './sessionMemory'

/** Tags being edited outlive the editor: a panel that closes or a page that reloads does not lose what was typed. */
export function readDraft(id: string): TagPair[] | null {
  const stored = recall(`draft.${id}`)
  if (!Array.isArray(stored)) return null
  return stored.filter(isPair)
}

export function writeDraft(id: string, pairs: readonly TagPair[] | null): void {
  if (pairs === null) forget(`draft.${id}`)
  else remember(`draft.${id}`, pairs)
}

function isPair(value: unknown): value is TagPair {
  return (
    typeof value === 'object' &&
    value !== null &&
    'key' in value &&
    'value' in value &&
    typeof value.key === 'string' &&
    typeof value.value === 'string'
  )
}
