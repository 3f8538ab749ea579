import type { LinePlace, LineReading } from './entry'
import { readLine } from './readLine'
import { NOBODY, type Checked } from './checked'
import type { List, Who } from './list'
import type { OnProgress } from './readFile'
import { readList, readTyped, type ReadLine, type SourceReading } from './readSources'
import type { Remembered } from './remembered'
import { needsLook } from './verdict'

/** So many different cells are remembered; beyond, memory costs more than reading again. */
const MOST_REMEMBERED = 20_000

export type Check = (who: Who, remembered?: readonly Remembered[], onProgress?: OnProgress) => Checked

/**
 * Checks who a message goes to, over and over while it is written; what did not change is not read again. The check is
 * given how columns were matched before, and tells how much of a long list is read, from 0 to 1.
 */
export function createChecker(): Check {
  let settings = ''
  let read: ReadLine = reader()
  let readings = new WeakMap<List['table'], { of: string; reading: SourceReading }>()

  return function check(who, remembered = [], onProgress = () => undefined) {
    const { country, kept, putBack } = who
    const current = JSON.stringify([country, kept, putBack, remembered])
    if (current !== settings) {
      settings = current
      read = reader()
      readings = new WeakMap()
    }
    const place: LinePlace = {
      country,
      isLabelled: false,
      isCell: false,
      kept: new Set(kept),
      putBack: new Set(putBack),
    }
    const lists = who.lists.map((list) => {
      const of = JSON.stringify([list.form, list.matching, list.edits])
      const known = readings.get(list.table)
      if (known?.of === of) return known.reading
      const reading = readList(list, { place, read, remembered, onProgress })
      readings.set(list.table, { of, reading })
      return reading
    })
    const typed = readTyped(who.typed, who.typedMatching, { place, read, remembered, onProgress })
    const checked = gather(typed, lists)
    return {
      ...checked,
      lists: checked.lists.map((report, at) => ({ ...report, id: who.lists[at]?.id ?? '' })),
    }
  }
}

/** Reads lines and cells, and remembers them. */
function reader(): ReadLine {
  const known = new Map<string, LineReading>()
  return (text, place) => {
    const key = `${Number(place.isCell)}${Number(place.isLabelled)}${place.country}${place.ordinal ?? ''}:${text}`
    let reading = known.get(key)
    if (!reading) {
      reading = readLine(text, place)
      if (known.size < MOST_REMEMBERED) known.set(key, reading)
    }
    return reading
  }
}

/** Puts all sources together: each number once, what comes again merged with the first. */
function gather(typed: SourceReading, lists: readonly SourceReading[]): Checked {
  const rows = lists.reduce((sum, { entries }) => sum + entries.length, typed.entries.length)
  const checked: Checked = emptyChecked(rows)
  const rowOf = new Map<string, number>()
  const people = new Map<string, number>()
  let row = 0
  const add = ({ entries, report }: SourceReading, source: number) => {
    const before = { people: checked.people, look: checked.look }
    for (const entry of entries) {
      const first = entry.verdict === 'ok' ? rowOf.get(entry.e164) : undefined
      const verdict = first === undefined ? entry.verdict : 'duplicate'
      checked.source[row] = source
      checked.index[row] = entry.index
      checked.line[row] = entry.line
      checked.start[row] = entry.start
      checked.end[row] = entry.end
      checked.raw[row] = entry.raw
      checked.e164[row] = entry.e164
      checked.about[row] = entry.about
      checked.verdict[row] = verdict
      checked.rule[row] = entry.rule ?? ''
      checked.name[row] = entry.name
      checked.variables[row] = entry.variables
      checked.first[row] = first ?? -1
      if (first !== undefined) checked.duplicates += 1
      else if (needsLook(verdict)) {
        checked.look += 1
        checked.choices[row] = entry.choices
      } else {
        rowOf.set(entry.e164, row)
        people.set(entry.about, (people.get(entry.about) ?? 0) + 1)
        checked.people += 1
      }
      row += 1
    }
    if (report.reason === null) checked.questions += 1
    return { ...report, people: checked.people - before.people, look: checked.look - before.look }
  }
  checked.typed = add(typed, -1)
  checked.lists = lists.map((reading, source) => add(reading, source))
  checked.regions = [...people].toSorted(([, one], [, other]) => other - one)
  return checked
}

/** With room for so many rows: columns that grow row by row take three times as much memory. */
function emptyChecked(rows: number): Checked {
  const column = <Cell>() => Array.from<Cell>({ length: rows })
  return {
    ...NOBODY,
    source: column(),
    index: column(),
    line: column(),
    start: column(),
    end: column(),
    raw: column(),
    e164: column(),
    about: column(),
    verdict: column(),
    rule: column(),
    name: column(),
    variables: column(),
    first: column(),
    choices: {},
  }
}
