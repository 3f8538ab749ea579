import { constants } from 'node:fs'
import { appendFile, mkdir, open, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import type { JournalStore } from './journal'
import { parseLine, type JournalLine } from './journalEntry'

const FILE = 'sends.jsonl'
const NEWLINE = 10

/**
 * The journal's lines in a file of a folder; both are made when they are first needed. A last line that a crash cut
 * short is moved to `sends.torn.jsonl`. Several processes may use one file.
 */
export function createJournalFile(dir: string): JournalStore {
  let handle: FileHandle | null = null
  let offset = 0
  let setAside = 0
  // After a failed write part of a line may stand in the file; the next write starts on a fresh line.
  let broken = false
  let unread: JournalLine[] = []

  async function connect(): Promise<FileHandle> {
    if (handle) return handle
    await mkdir(dir, { recursive: true })
    const { O_APPEND, O_CREAT, O_RDWR } = constants
    handle = await open(join(dir, FILE), O_APPEND | O_CREAT | O_RDWR, 0o600)
    await syncFolder(dir)
    await catchUp(handle)
    await setTornEndAside(handle)
    return handle
  }

  /** Reads what was appended since, by this process or another. */
  async function catchUp(file: FileHandle): Promise<void> {
    const { size } = await file.stat()
    if (size <= offset) return
    const bytes = Buffer.alloc(size - offset)
    await file.read(bytes, 0, bytes.length, offset)
    const end = bytes.lastIndexOf(NEWLINE) + 1
    offset += end
    for (const text of bytes.toString('utf8', 0, end).split('\n')) {
      if (text === '') continue
      const line = parseLine(text)
      if (line) unread.push(line)
      else setAside += 1
    }
  }

  async function setTornEndAside(file: FileHandle): Promise<void> {
    const { size } = await file.stat()
    if (size <= offset) return
    const torn = Buffer.alloc(size - offset)
    await file.read(torn, 0, torn.length, offset)
    await appendFile(join(dir, 'sends.torn.jsonl'), `${torn.toString('utf8')}\n`, { mode: 0o600 })
    await file.truncate(offset)
    setAside += 1
  }

  function take(): JournalLine[] {
    const lines = unread
    unread = []
    return lines
  }

  return {
    async read() {
      await connect()
      return take()
    },
    async append(line) {
      try {
        const file = await connect()
        await file.appendFile(`${broken ? '\n' : ''}${JSON.stringify(line)}\n`)
        broken = false
        await file.datasync()
        await catchUp(file)
        return take()
      } catch (error) {
        broken = true
        throw error
      }
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
