import { entriesOf } from '../recipients/entries'
import { columnOf, type List, type Who } from '../recipients/list'
import type { Checked } from '../recipients/checked'
import { needsLook, type Verdict } from '../recipients/verdict'

/**
 * Changes to who a message goes to. What was typed is changed where it stands in the text, a list in its column, so
 * that what the agent sees in the box and what is sent are never two things.
 */

/** Puts another number in the place of one row. */
export function replaceRow(who: Who, checked: Checked, row: number, raw: string): Who {
  return changeRows(who, checked, (at) => (at === row ? raw : undefined))
}

/** Takes one row out. */
export function removeRow(who: Who, checked: Checked, row: number): Who {
  return changeRows(who, checked, (at) => (at === row ? null : undefined))
}

/** Takes everything out that needs a look. */
export function removeNeedingLook(who: Who, checked: Checked): Who {
  return changeRows(who, checked, (_, verdict) => (needsLook(verdict) ? null : undefined))
}

/** Takes these numbers out, wherever they come from. */
export function removeNumbers(who: Who, checked: Checked, numbers: ReadonlySet<string>): Who {
  return changeRows(who, checked, (row) => (numbers.has(checked.e164[row] ?? '') ? null : undefined))
}

/** Writes the plus that is missing in front of every number that would be right with one. */
export function addMissingPlus(who: Who, checked: Checked): Who {
  return changeRows(who, checked, (row, verdict) =>
    verdict === 'missing-plus' ? checked.e164[row] : undefined,
  )
}

/** Keeps a number that looks wrong, on the agent's word. */
export function trust(who: Who, e164: string): Who {
  return { ...who, trusted: [...who.trusted, e164] }
}

/** What to put in the place of a row: a number, `null` to take it out, `undefined` to leave it. */
type Change = (row: number, verdict: Verdict) => string | null | undefined

/**
 * What comes in the place of the entries of one source, by their index. The list may have changed since it was checked:
 * an entry that no longer reads as it did is somebody else, and is left alone.
 */
type Changes = Map<number, { was: string; next: string | null }>

function changeRows(who: Who, checked: Checked, change: Change): Who {
  const changes = new Map<number, Changes>()
  checked.verdict.forEach((verdict, row) => {
    const next = change(row, verdict)
    if (next === undefined) return
    const source = checked.source[row] ?? -1
    const ofSource: Changes = changes.get(source) ?? new Map()
    ofSource.set(checked.index[row] ?? -1, { was: checked.raw[row] ?? '', next })
    changes.set(source, ofSource)
  })
  const typed = changes.get(-1)
  return {
    ...who,
    typed: typed ? changeText(who.typed, typed) : who.typed,
    lists: who.lists
      .map((list, source) => {
        const ofList = changes.get(source)
        return ofList ? changeList(list, ofList) : list
      })
      .filter((list) => columnOf(list).raw.length > 0),
  }
}

function changeText(text: string, changes: Changes): string {
  let changed = ''
  let at = 0
  let removed = false
  entriesOf(text).forEach(({ raw, start, end }, index) => {
    const change = changes.get(index)
    if (change?.was !== raw) return
    changed += text.slice(at, start) + (change.next ?? '')
    at = end
    removed ||= change.next === null
  })
  changed += text.slice(at)
  return removed ? tidy(changed) : changed
}

/** Lines and separators that hold nothing any more go; a name whose number was taken out goes with it. */
function tidy(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(/(?:\s*[,;\t]\s*){2,}/g, ', ').replace(/^\s*[,;\t]\s*|\s*[,;\t]\s*$/g, ''))
    .filter((line) => /\p{Nd}/u.test(line))
    .join('\n')
}

/** All columns lose a row together, so that they stay beside each other when another one is chosen. */
function changeList(list: List, changes: Changes): List {
  const changeAt = (at: number) => {
    const change = changes.get(at)
    return change !== undefined && change.was === columnOf(list).raw[at] ? change : undefined
  }
  const stays = (_: unknown, at: number) => changeAt(at)?.next !== null
  const columns = list.columns.map((column, index) => {
    const raw = index === list.chosen ? column.raw.map((cell, at) => changeAt(at)?.next ?? cell) : column.raw
    return { ...column, raw: raw.filter(stays), line: column.line.filter(stays) }
  })
  return { ...list, columns }
}
