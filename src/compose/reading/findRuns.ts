import { EXTENSION } from './words/extensions'

/** A row of digits with what stands between them, as far as it may be one number. Places are those of the text. */
export interface Run {
  from: number
  to: number
  /** As the numbering plans read it: the plus in front, no decimals. */
  digits: string
  /** Behind the number: an extension, or the decimals of a cell that was a number. */
  tail: { kind: 'extension' | 'decimals'; from: number; to: number } | null
}

/** A bullet with blanks around it stands between two things. */
const RUN = /[+(]{0,3}\s?\+?\s?\d(?:(?:(?! {1,9}\. {1,9})[ \-./()]){0,9}\d)*(?:\+(?![\s(]{0,9}\d))?/g

/**
 * All rows of digits in a cleaned line whose other parts are masked.
 * @param from where to begin
 */
export function findRuns(text: string, from: number): Run[] {
  const runs: Run[] = []
  const pattern = new RegExp(RUN)
  pattern.lastIndex = from
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const run = runIn(text, match.index, match.index + match[0].length)
    runs.push(run)
    pattern.lastIndex = Math.max(run.tail?.to ?? run.to, match.index + 1)
  }
  return runs
}

function runIn(text: string, start: number, limit: number): Run {
  const from = start + (/^[\s(]*(?=[+\d])|^\s*/.exec(text.slice(start, limit))?.[0] ?? '').length
  const found = trimRun(text, from, limit)
  const whole = text.slice(found.from, found.to)
  const decimals = /^\+?\d{6,}(\.0{1,2})$/.exec(whole)?.[1]
  if (decimals !== undefined) {
    const to = found.to - decimals.length
    return {
      ...found,
      to,
      digits: text.slice(found.from, to),
      tail: { kind: 'decimals', from: to, to: found.to },
    }
  }
  const after = text.slice(found.to)
  const comma = /^\+?\d{6,}$/.test(whole) ? /^,0{1,2}(?![\d,;])/.exec(after)?.[0] : undefined
  const extension = comma === undefined ? EXTENSION.exec(after)?.[0] : undefined
  const length = (comma ?? extension ?? '').length
  const tail =
    length === 0
      ? null
      : ({
          kind: comma === undefined ? 'extension' : 'decimals',
          from: found.to,
          to: found.to + length,
        } as const)
  // In a line that was set from right to left the plus may stand at the other end.
  const digits = whole.endsWith('+') && !whole.startsWith('+') ? `+${whole.slice(0, -1)}` : whole
  return { ...found, digits, tail }
}

/** Without brackets that open nothing, and without a group in brackets behind the number, as in `206 555 0100 (2)`. */
function trimRun(text: string, start: number, limit: number): { from: number; to: number } {
  let from = start
  let to = limit
  // A bracket in front belongs to the number when it is closed within it: `(206) 555-0100`.
  const opened = /[(]\s?\+?\s?$/.exec(text.slice(0, start))?.[0].length ?? 0
  if (opened > 0 && text.slice(start, limit).includes(')')) from = start - opened
  for (const { index } of text.slice(from, to).matchAll(/[\s\-./]*\(/g)) {
    if (index === 0 || text.slice(from, from + index).replaceAll(/\D/g, '').length <= 5) continue
    to = from + index
    break
  }
  return { from, to }
}
