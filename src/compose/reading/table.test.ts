import { expect, it } from 'vitest'
import { cellsOf, TableBuilder } from './table'

it('gives back the rows that it was given, also of a long table whose columns begin late', () => {
  const builder = new TableBuilder()
  const rows = Array.from({ length: 12_001 }, (_, row) => [
    String(row),
    row > 7000 ? `late ${row}` : '',
    row === 12_000 ? 'last' : '',
  ])
  rows.forEach((cells, at) => builder.add(at * 2 + 1, cells))
  builder.add(99_999, ['', ' '])
  const table = builder.build()
  const { columns, lines } = cellsOf(table)
  expect(table.rows).toBe(12_001)
  expect(lines.at(-1)).toBe(24_001)
  expect(columns).toHaveLength(3)
  columns.forEach((cells, column) => expect(cells).toEqual(rows.map((row) => row[column])))
})
