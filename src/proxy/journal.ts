import { randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { appendFile, mkdir, open, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import {
  applyLine,
  parseLine,
  type JournalEntry,
  type JournalIndex,
  type JournalLine,
  type Outcome,
} from './journalEntry'

/** The journal cannot be written, so nothing may be sent. */
export class JournalUnwritable extends Error {
  override readonly name = 'JournalUnwritable'
}

/** The record of every send, on disk before it leaves. */
export interface Journal {
  /**
   * Writes down that a send is about to leave and waits until the disk has it. False when the key is already taken, by
   * this process or another one on the same file: then nothing may be sent.
   * @throws JournalUnwritable
   */
  begin(entry: JournalEntry): Promise<boolean>
  /** Writes down what became of a send. Known at once in this process even if the disk refuses. */
  settle(key: string, outcome: Outcome): Promise<void>
  find(key: string): JournalEntry | null
  /** All entries, oldest first. */
  entries(): JournalEntry[]
  /** How many unreadable ends of lines were set aside, and why the file cannot be written, `null` when it can. */
  health(): { setAside: number; problem: string | null }
  close(): Promise<void>
}

const FILE = 'sends.jsonl'
const NEWLINE = 10

/**
 * Opens the journal in a folder, creating both. The file is only ever appended to. A last line that a crash cut short
 * is moved to `sends.torn.jsonl`. Does not throw when the folder cannot be written: that is told by `health` and by
 * `begin`, which tries again each time.
 */
export async function openJournal(dir: string, now: () => number): Promise<Journal> {
  const index: JournalIndex = new Map()
  let handle: FileHandle | null = null
  let offset = 0
  let problem: string | null = null
  let setAside = 0
  // After a failed write part of a line may stand in the file; the next write starts on a fresh line.
  let broken = false
  let queue: Promise<unknown> = Promise.resolve()

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
      if (line) applyLine(index, line)
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

  async function append(line: JournalLine): Promise<void> {
    try {
      const file = await connect()
      await file.appendFile(`${broken ? '\n' : ''}${JSON.stringify(line)}\n`)
      broken = false
      await file.datasync()
      await catchUp(file)
      problem = null
    } catch (error) {
      broken = true
      problem = error instanceof Error ? error.message : String(error)
      throw new JournalUnwritable(problem, { cause: error })
    }
  }

  /** One line at a time, so that what is read back after a write is in the order of the file. */
  function write(line: JournalLine): Promise<void> {
    const written = queue.then(() => append(line))
    queue = written.catch(() => undefined)
    return written
  }

  await connect().catch((error: unknown) => {
    problem = error instanceof Error ? error.message : String(error)
  })

  return {
    async begin(entry) {
      const id = randomUUID()
      await write({ type: 'sent', id, entry })
      return index.get(entry.key)?.id === id
    },
    async settle(key, outcome) {
      const line: JournalLine = { type: 'outcome', key, at: new Date(now()).toISOString(), outcome }
      applyLine(index, line)
      await write(line).catch(() => undefined)
    },
    find: (key) => index.get(key)?.entry ?? null,
    entries: () => [...index.values()].map(({ entry }) => entry),
    health: () => ({ setAside, problem }),
    async close() {
      await queue
      await handle?.close()
      handle = null
    },
  }
}

/** A new file survives a power cut only when its folder has been written too. */
async function syncFolder(dir: string): Promise<void> {
  const folder = await open(dir, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
