import { useState } from 'react'
import { announce } from '#/ui/announce'
import { useDesk } from '../desk'
import { counted } from '../words'
import { columnOf, MOST_BYTES, type List } from './list'
import type { ReadResult } from './workerMessages'

const REFUSALS: Record<Extract<ReadResult, { refused: string }>['refused'], string> = {
  workbook: 'is an Excel workbook. Save it as “CSV UTF-8” and choose that file.',
  document: 'is a PDF. Copy the numbers out of it and paste them, or choose a CSV or text file.',
  binary: 'is not a text file. Choose a CSV or text file.',
  'no-numbers': 'has no phone numbers in it.',
}

/** Reading files and large pastes into lists: which one is being read, and why the last one was not taken. */
export function useAddList() {
  const { draft, reader } = useDesk()
  const [reading, setReading] = useState<string | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)

  async function add(content: File | string, name: string): Promise<void> {
    setRefusal(null)
    if (content instanceof File && content.size > MOST_BYTES) {
      setRefusal(`${name} has ${(content.size / 1024 / 1024).toFixed(1)} MB. Files of up to 10 MB are read.`)
      return
    }
    setReading(name)
    try {
      const result = await reader.read(content, name, crypto.randomUUID())
      if ('refused' in result) setRefusal(`${name} ${REFUSALS[result.refused]}`)
      else keep(result.list)
    } catch {
      setRefusal(`${name} could not be read. Try again, or paste its numbers.`)
    } finally {
      setReading(null)
    }
  }

  function keep(list: List): void {
    draft.set((old) => ({ ...old, who: { ...old.who, lists: [...old.who.lists, list] } }))
    announce(`${list.name} added, ${counted(columnOf(list).raw.length, list.rows, `${list.rows}s`)}`)
  }

  async function addFiles(files: Iterable<File>): Promise<void> {
    for (const file of files) await add(file, file.name)
  }

  return { reading, refusal, addFiles, addPaste: (text: string) => add(text, 'Pasted list') }
}
