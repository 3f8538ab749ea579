import { createContext, use, useSyncExternalStore } from 'react'
import { api } from '#/comms'
import { rememberOperation } from '#/operations/recent'
import { toast } from '#/ui/toast'
import type { Draft } from './draft/draft'
import { createColumnMemory, type ColumnMemory } from './draft/columnMemory'
import { createDraftStore, type DraftStore } from './draft/draftStore'
import { countryOfLanguages } from './reading/countries'
import { createReader, type Reader } from './reading/reader'
import { fetchJournalEntry } from './send/journal'
import { createSender, type Sender } from './send/sender'
import type { Store } from './store'
import { people } from './words'

/** What a message is written with: the draft, the one send, and the reader of numbers. One for each tab. */
export interface Desk {
  draft: DraftStore
  sender: Sender
  reader: Reader
  columns: ColumnMemory
}

const SAVE_AFTER_MS = 400

/** The desk of this tab. It outlives the page, so that an answer to a send finds somebody wherever the agent went. */
let desk: Desk | null = null

export function deskOfThisTab(): Desk {
  desk ??= openDesk()
  return desk
}

function openDesk(): Desk {
  const session = storageOf('sessionStorage')
  let timer: ReturnType<typeof setTimeout> | undefined
  const draft = createDraftStore({
    session,
    local: storageOf('localStorage'),
    country: countryOfLanguages(navigator.languages),
    later(task) {
      clearTimeout(timer)
      timer = setTimeout(task, SAVE_AFTER_MS)
    },
  })
  const sender = createSender({
    post: async (request, key) => (await api()).sendMessages(request, { key }),
    lookUp: fetchJournalEntry,
    storage: session,
    now: Date.now,
    newKey: () => crypto.randomUUID(),
    isOnline: () => navigator.onLine,
    later(task, ms) {
      const wait = setTimeout(task, ms)
      return () => clearTimeout(wait)
    },
    onAccepted({ attempt, operationId }) {
      draft.clear()
      if (operationId !== null) rememberOperation(operationId, 'sent')
      toast({ title: `Accepted for ${people(attempt.people)}`, tone: 'green' })
    },
  })
  window.addEventListener('pagehide', draft.flush)
  const reader = createReader(
    () => new Worker(new URL('./reading/worker.ts', import.meta.url), { type: 'module' }),
  )
  return { draft, sender, reader, columns: createColumnMemory(storageOf('localStorage')) }
}

function storageOf(name: 'sessionStorage' | 'localStorage'): Storage | null {
  try {
    return window[name]
  } catch {
    return null
  }
}

/** The desk for the parts of the page; tests put their own here. */
export const DeskContext = createContext<Desk | null>(null)

export function useDesk(): Desk {
  return use(DeskContext) ?? deskOfThisTab()
}

/** One part of the draft: who needs only the text does not render again for each number that is typed. */
export function useDraft<Part>(part: (draft: Draft) => Part): Part {
  const { draft } = useDesk()
  return useSyncExternalStore(draft.subscribe, () => part(draft.get()))
}

export function useStore<Value extends object>(store: Store<Value>): Value {
  return useSyncExternalStore(store.subscribe, store.get)
}
