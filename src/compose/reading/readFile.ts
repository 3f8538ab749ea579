import { decodeText } from './files/decodeText'
import { kindOfFile } from './files/fileKind'
import { MOST_BYTES, MOST_ROWS, type Refusal } from './files/refusals'
import { isVCard, readVCards } from './files/vcard'
import { readWorkbook } from './files/workbook'
import { eachRow } from './grid'
import type { List, Origin } from './list'
import { shapeOf } from './shape'
import { TableBuilder, type Table } from './table'

/** A list, or why there is none. */
export type ReadResult = { list: List } | { refused: Refusal | 'no-numbers' }

export interface ReadRequest {
  content: File | string
  name: string
  listId: string
  /** As TextDecoder names it: how to read the bytes, where the guess was wrong. */
  encoding?: string | undefined
  /** Which sheet of a workbook. */
  sheet?: string | undefined
}

/** Hears how much of a file is read, from 0 to 1. */
export type OnProgress = (share: number) => void

/** The rows of a file or of a paste, whatever program it is from. What they mean is found out by the checker. */
export async function readFile(request: ReadRequest, onProgress: OnProgress): Promise<ReadResult> {
  const { content, encoding, sheet } = request
  if (typeof content === 'string') return readContent(content, request, null, onProgress)
  if (content.size > MOST_BYTES) return { refused: 'too-large' }
  const bytes = new Uint8Array(await content.arrayBuffer())
  const kind = kindOfFile(bytes)
  if (kind === 'workbook') return readSheet(bytes, sheet, request)
  if (kind !== 'text') return { refused: kind }
  const decoded = decodeText(bytes, encoding)
  const origin = { encoding: decoded.encoding, certain: decoded.certain, sheets: [], sheet: '' }
  return readContent(decoded.text, request, origin, onProgress)
}

async function readSheet(
  bytes: Uint8Array,
  sheet: string | undefined,
  request: ReadRequest,
): Promise<ReadResult> {
  const read = await readWorkbook(bytes, sheet)
  if ('refused' in read) return read
  if (read.rows.length > MOST_ROWS + HEADINGS) return { refused: 'too-many-rows' }
  const origin = { encoding: '', certain: true, sheets: read.sheets, sheet: read.sheet }
  return listOf(tableOfRows(read.rows), 'table', request, origin)
}

function readContent(
  text: string,
  request: ReadRequest,
  origin: Origin | null,
  onProgress: OnProgress,
): ReadResult {
  if (isVCard(text)) return listOf(tableOfRows(readVCards(text)), 'table', request, origin)
  const shape = shapeOf(text)
  const builder = new TableBuilder()
  const body = shape ? text.slice(shape.start) : text
  let isTooLong = false
  eachRow(body, shape?.format ?? { kind: 'single' }, ({ line, cells }) => {
    builder.add(
      line + (shape && shape.start > 0 ? 1 : 0),
      cells.map((cell) => cell.text),
    )
    if (line % 10_000 === 0) onProgress((cells[0]?.start ?? 0) / body.length)
    isTooLong = builder.rows > MOST_ROWS + HEADINGS
    return !isTooLong
  })
  if (isTooLong) return { refused: 'too-many-rows' }
  return listOf(builder.build(), shape ? 'table' : 'lines', request, origin)
}

/** The headings, and a title above them, do not count as rows. */
const HEADINGS = 8

function tableOfRows(rows: readonly string[][]): Table {
  const builder = new TableBuilder()
  rows.forEach((cells, at) => builder.add(at + 1, cells))
  return builder.build()
}

/** Six digits with hardly anything between them: the least that a list of numbers has. */
const DIGITS = /\p{Nd}(?:[^\p{L}\p{Nd}\p{Cc}]{0,3}\p{Nd}){5}/u

function listOf(
  table: Table,
  form: List['form'],
  { listId, name }: ReadRequest,
  origin: Origin | null,
): ReadResult {
  if (!table.columns.some((column) => DIGITS.test(column))) return { refused: 'no-numbers' }
  return { list: { id: listId, name, form, table, matching: null, edits: {}, origin } }
}
