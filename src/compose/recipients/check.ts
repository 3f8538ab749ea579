import { checkNumber, type NumberCheck } from './checkNumber'
import { entriesOf } from './entries'
import { NOBODY, type Checked } from './checked'
import { columnOf, type Who } from './list'
import { needsLook } from './verdict'

/** Checks many lists over time; what was looked up once is remembered, so that a change costs what it changes. */
export function createChecker() {
  let country = ''
  let seen = new Map<string, NumberCheck>()

  return function check(who: Who): Checked {
    if (who.country !== country || seen.size > 200_000) seen = new Map()
    country = who.country
    const trusted = new Set(who.trusted)
    const look = (raw: string): NumberCheck => {
      const known = seen.get(raw)
      if (known && known.verdict !== 'not-in-use') return known
      const result = checkNumber(raw, country, (e164) => trusted.has(e164))
      // What rests on the agent's word is not remembered: it can be taken back.
      if (result.verdict !== 'ok' || !trusted.has(result.e164)) seen.set(raw, result)
      return result
    }
    return checkAll(who, look)
  }
}

function checkAll(who: Who, look: (raw: string) => NumberCheck): Checked {
  const checked: Checked = structuredClone(NOBODY)
  const rowOf = new Map<string, number>()
  const people = new Map<string, number>()
  const add = (source: number, index: number, line: number, raw: string) => {
    const { verdict, e164, region } = look(raw)
    const row = checked.raw.length
    const first = verdict === 'ok' ? rowOf.get(e164) : undefined
    checked.source.push(source)
    checked.index.push(index)
    checked.line.push(line)
    checked.raw.push(raw)
    checked.e164.push(e164)
    checked.region.push(region)
    checked.verdict.push(first === undefined ? verdict : 'duplicate')
    checked.first.push(first ?? -1)
    if (first !== undefined) checked.duplicates += 1
    else if (verdict === 'ok') {
      rowOf.set(e164, row)
      people.set(region, (people.get(region) ?? 0) + 1)
      checked.people += 1
    } else if (needsLook(verdict)) {
      checked.look += 1
      if (verdict === 'missing-plus') checked.missingPlus += 1
    }
  }
  entriesOf(who.typed).forEach(({ raw, line }, index) => add(-1, index, line, raw))
  who.lists.forEach((list, source) => {
    const { raw, line } = columnOf(list)
    raw.forEach((cell, index) => add(source, index, line[index] ?? index + 1, cell))
  })
  checked.regions = [...people].toSorted(([, one], [, other]) => other - one)
  return checked
}
