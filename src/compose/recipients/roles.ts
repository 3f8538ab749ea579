import type { SelectOption } from '#/ui/Select'
import type { Matching } from '../reading/table'

/** What a column may be for, as the values of a choice: `number:0` is the first choice among the columns of numbers. */
const ORDINALS = ['first', 'second', 'third']

/** What a column is matched with. */
export function roleOf({ numbers, names, variables }: Matching, column: number): string {
  if (numbers.includes(column)) return `number:${numbers.indexOf(column)}`
  if (names.includes(column)) return 'name'
  return variables.includes(column) ? 'variable' : 'out'
}

/** What a column can be matched with. With one column of numbers there is no order to speak of. */
export function rolesFor({ numbers }: Matching, column: number): SelectOption[] {
  const others = numbers.filter((one) => one !== column).length
  const choices = Array.from({ length: Math.min(others + 1, ORDINALS.length) }, (_, order) => ({
    value: `number:${order}`,
    label: others === 0 ? 'Phone number' : `Phone number, ${ORDINALS[order]} choice`,
  }))
  return [
    ...choices,
    { value: 'name', label: 'Name' },
    { value: 'variable', label: 'Shown as a note' },
    { value: 'out', label: 'Left out' },
  ]
}

/** The matching with another use for one column. */
export function assign(matching: Matching, column: number, role: string): Matching {
  const without = (columns: readonly number[]) => columns.filter((one) => one !== column)
  const [numbers, names, variables] = [
    without(matching.numbers),
    without(matching.names),
    without(matching.variables),
  ]
  const inOrder = (columns: number[]) => [...columns, column].toSorted((one, other) => one - other)
  const order = /^number:(\d)$/.exec(role)?.[1]
  return {
    ...matching,
    numbers: order === undefined ? numbers : numbers.toSpliced(Number(order), 0, column),
    names: role === 'name' ? inOrder(names) : names,
    variables: role === 'variable' ? inOrder(variables) : variables,
  }
}
