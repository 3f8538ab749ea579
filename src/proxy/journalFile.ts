import { constants } from 'node:fs'
import { mkdir, open, type FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { JournalStore } from './journal'
import { parseLine, type JournalLine } from './journalEntry'

const FILE = 'sends.jsonl'
const NEWLINE = 10
/** Ends what a crash or a full disk has left of a line (the control character CAN); JSON never contains it. */
const CANCEL = '\u0018'

/**
 * The journal's lines in a file of a folder; both are made when they are first needed. A last line that was cut short is
 * left where it is and marked as such by the next write: several processes may use one file, and what looks cut to one
 * of them may be another one's. Nothing is ever taken away.
 */
export function createJournalFile(dir: string): JournalStore {
  let handle: FileHandle | null = null
  let offset = 0
  let setAside = 0
  /** The file does not end with a whole line. */
  let torn = false
  let unread: JournalLine[] = []

  async function connect(): Promise<FileHandle> {
    if (handle) return handle
    await mkdir(dir, { recursive: true })
    const { O_APPEND, O_CREAT, O_RDWR } = constants
    handle = await open(join(dir, FILE), O_APPEND | O_CREAT | O_RDWR, 0o600)
    for (const folder of [dir, dirname(dir)]) await syncFolder(folder)
    await catchUp(handle)
    if (torn) setAside += 1
    return handle
  }

  /** Reads what was appended since, by this process or another. */
  async function catchUp(file: FileHandle): Promise<void> {
    const { size, nlink } = await file.stat()
    if (size < offset || nlink === 0)
      throw new Error('something else cut or removed the file; restart Switchboard')
    const { buffer, bytesRead } = await file.read(Buffer.alloc(size - offset), 0, size - offset, offset)
    const end = buffer.subarray(0, bytesRead).lastIndexOf(NEWLINE) + 1
    offset += end
    torn = bytesRead > end
    for (const text of buffer.toString('utf8', 0, end).split('\n')) {
      const line = parseLine(text)
      if (line) unread.push(line)
      else if (text !== '' && !text.endsWith(CANCEL)) setAside += 1
    }
  }

  function take(): JournalLine[] {
    const lines = unread
    unread = []
    return lines
  }

  return {
    async read() {
      await catchUp(await connect())
      return take()
    },
    async append(line) {
      const file = await connect()
      try {
        await file.appendFile(`${torn ? `${CANCEL}\n` : ''}${JSON.stringify(line)}\n`)
        await file.datasync()
      } catch (error) {
        torn = true
        throw error
      }
      await catchUp(file)
      return take()
    },
    setAside: () => setAside,
    async close() {
      await handle?.close()
      handle = null
    },
  }
}

/** A new file survives a power cut only when its folder has been written too. Some systems cannot open folders. */
async function syncFolder(dir: string): Promise<void> {
  const folder = await open(dir, 'r').catch(() => null)
  await folder?.sync().catch(() => undefined)
  await folder?.close()
}
