import { useRef } from 'react'
import { Checkbox } from '#/ui/Checkbox'
import { SegmentedControl } from '#/ui/RadioGroup'
import { Select } from '#/ui/Select'
import type { SourceReport } from '../reading/checked'
import type { Column } from '../reading/columns'
import type { Matching } from '../reading/table'
import { assign, roleOf, rolesFor } from './roles'

interface ColumnMatcherProps {
  /** What the table is called, for screen readers. */
  name: string
  report: SourceReport
  onChange: (matching: Matching) => void
}

/** What each column of a table is for: one line a column, with a few of its cells. */
export function ColumnMatcher({ name, report, onChange }: ColumnMatcherProps) {
  const { columns, matching } = report
  const several = matching.numbers.length > 1
  /** Where the headings were, for whoever takes the tick away and puts it back. */
  const headings = useRef(Math.max(matching.header, 0))
  return (
    <div className="flex flex-col gap-3">
      <div
        role="table"
        aria-label={`Columns of ${name}`}
        className="flex flex-col rounded-md border border-line"
      >
        {columns.map((column, index) => (
          <ColumnLine
            // Columns have no name of their own and never change places.
            // oxlint-disable-next-line react/no-array-index-key
            key={index}
            column={column}
            role={roleOf(matching, index)}
            roles={rolesFor(matching, index)}
            onChange={(role) => onChange(assign(matching, index, role))}
          />
        ))}
      </div>
      {several && (
        <SegmentedControl
          label="When a row has several numbers, send to"
          labelHidden={false}
          options={[
            { value: 'first', label: 'the first one' },
            { value: 'every', label: 'all of them' },
          ]}
          value={matching.every ? 'every' : 'first'}
          onChange={(value) => onChange({ ...matching, every: value === 'every' })}
        />
      )}
      <Checkbox
        checked={matching.header >= 0}
        onChange={(checked) => {
          if (!checked) headings.current = matching.header
          onChange({ ...matching, header: checked ? headings.current : -1 })
        }}
      >
        {matching.header > 0
          ? `Row ${matching.header + 1} holds the headings`
          : 'The first row holds the headings'}
      </Checkbox>
    </div>
  )
}

function ColumnLine({
  column,
  role,
  roles,
  onChange,
}: {
  column: Column
  role: string
  roles: ReturnType<typeof rolesFor>
  onChange: (role: string) => void
}) {
  const { label, samples, filled, numbers } = column
  return (
    <div
      role="row"
      className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 gap-y-1 border-b border-line px-3 py-1.5 last:border-b-0"
    >
      <div className="flex min-w-0 flex-col">
        <span role="rowheader" dir="auto" className="truncate font-medium">
          {label}
        </span>
        <span role="cell" dir="auto" className="truncate text-sm text-text-2">
          {numbers > 0 && `${share(numbers, filled)} phone numbers: `}
          {samples.length === 0 ? 'empty' : samples.join(' · ')}
        </span>
      </div>
      <span role="cell">
        <Select
          size="sm"
          className="w-44 max-w-full"
          aria-label={`${label} is`}
          options={roles}
          value={role}
          onChange={onChange}
        />
      </span>
    </div>
  )
}

function share(numbers: number, filled: number): string {
  if (numbers === filled) return 'all'
  const percent = Math.round((numbers / filled) * 100)
  return percent === 0 ? 'hardly any' : `${Math.min(percent, 99)} %`
}
