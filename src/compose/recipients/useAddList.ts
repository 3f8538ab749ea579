import { useRef, useState } from 'react'
import { announce } from '#/ui/announce'
import { useDesk } from '../desk'
import { explainRefusal } from '../reading/files/refusals'
import type { List } from '../reading/list'
import { Cancelled } from '../reading/reader'
import type { ReadRequest } from '../reading/readFile'

export interface ReadingList {
  name: string
  /** From 0 to 1, `null` while nothing is known of it. */
  share: number | null
}

/** The files that lists were read from, as long as the page is open: to read one again in another way. */
const files = new Map<string, File>()

/** Whether the file of a list is still at hand. */
export function canReadAgain(list: List): boolean {
  return files.has(list.id)
}

/** Reading files and pastes into lists: which one is being read, and why the last one was not taken. */
export function useAddList() {
  const { draft, reader } = useDesk()
  const [reading, setReading] = useState<ReadingList | null>(null)
  const [refusals, setRefusals] = useState<string[]>([])
  /** Files are read one after the other; those that wait when somebody presses Stop are not read. */
  const queue = useRef(Promise.resolve())
  const stops = useRef(0)

  async function read(request: ReadRequest): Promise<List | null> {
    const { content, name } = request
    const refuse = (why: string) => setRefusals((old) => [...new Set([...old, why])])
    setReading({ name, share: null })
    try {
      const result = await reader.read(request, (share) => setReading({ name, share }))
      if ('list' in result) {
        if (content instanceof File) files.set(result.list.id, content)
        return result.list
      }
      refuse(
        result.refused === 'no-numbers'
          ? `${name} has no phone numbers in it.`
          : explainRefusal(result.refused, name),
      )
    } catch (error) {
      if (error instanceof Cancelled) announce(`${name} was not read`)
      else refuse(`${name} could not be read. Try again, or paste its numbers.`)
    } finally {
      setReading(null)
    }
    return null
  }

  async function add(content: File | string, name: string): Promise<void> {
    const list = await read({ content, name, listId: crypto.randomUUID() })
    if (!list) return
    draft.set((old) => ({ ...old, who: { ...old.who, lists: [...old.who.lists, list] } }))
    announce(`${list.name} added`)
  }

  /** Puts a task behind those that are under way. */
  function enqueue(task: () => Promise<void>): void {
    const asked = stops.current
    queue.current = queue.current.then(() => (stops.current === asked ? task() : undefined))
  }

  function addFiles(chosen: Iterable<File>): void {
    setRefusals([])
    for (const file of chosen) enqueue(() => add(file, file.name))
  }

  function addPaste(text: string): void {
    setRefusals([])
    enqueue(() => add(text, 'Pasted list'))
  }

  function cancel(): void {
    stops.current += 1
    reader.cancel()
  }

  /** Reads the file of a list once more, in another encoding or another sheet. */
  async function readAgain(list: List, how: Pick<ReadRequest, 'encoding' | 'sheet'>): Promise<void> {
    const file = files.get(list.id)
    if (!file) return
    setRefusals([])
    // The rows are others, so it is another list.
    const again = await read({ content: file, name: list.name, listId: crypto.randomUUID(), ...how })
    if (!again) return
    draft.set((old) => ({
      ...old,
      who: { ...old.who, lists: old.who.lists.map((one) => (one.id === list.id ? again : one)) },
    }))
  }

  const dismiss = (words: string) => setRefusals((old) => old.filter((one) => one !== words))
  return { reading, refusals, dismiss, addFiles, addPaste, readAgain, cancel }
}
