import type { Checked } from '../reading/checked'
import type { List } from '../reading/list'

/** The list that a row is from; `null` for the text box. */
export function listOf(checked: Checked, row: number, lists: readonly List[]): List | null {
  const id = checked.lists[checked.source[row] ?? -1]?.id
  return lists.find((list) => list.id === id) ?? null
}

/** Where a row stands, in words: "row 12", "kunden.csv, row 12", "line 3". */
export function placeOf(checked: Checked, row: number, lists: readonly List[]): string {
  const source = checked.source[row] ?? -1
  const report = source < 0 ? checked.typed : checked.lists[source]
  const list = listOf(checked, row, lists)
  const place = `${report?.form === 'table' ? 'row' : 'line'} ${(checked.line[row] ?? 0).toLocaleString('en')}`
  // Where there is one list and nothing typed, its name on every row would only be noise.
  return list && (lists.length > 1 || checked.source[0] !== source) ? `${list.name}, ${place}` : place
}
