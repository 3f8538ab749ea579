import ChevronDown from 'lucide-react/icons/chevron-down'
import type { ComponentProps } from 'react'
import { CONTROL_CLASS } from './controlClass'
import { useFieldControl } from './fieldContext'
import { cx } from './cx'

export interface SelectOption {
  value: string
  label: string
}

interface SelectProps extends Omit<ComponentProps<'select'>, 'onChange' | 'children' | 'size'> {
  options: ReadonlyArray<SelectOption>
  onChange: (value: string) => void
  size?: 'md' | 'sm'
}

/** A choice of one among few: the browser's own list, which every keyboard, phone and screen reader knows. */
export function Select({ options, onChange, size = 'md', className, ...rest }: SelectProps) {
  return (
    <span className={cx('relative inline-flex min-w-0', className)}>
      <select
        {...useFieldControl()}
        {...rest}
        onChange={(event) => onChange(event.target.value)}
        className={cx(
          CONTROL_CLASS,
          'appearance-none truncate pr-8 pl-2.5',
          size === 'md' ? 'h-9' : 'h-7 text-sm pointer-coarse:h-9',
        )}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown
        size={14}
        aria-hidden
        className="pointer-events-none absolute top-1/2 right-2.5 -translate-y-1/2 text-text-2"
      />
    </span>
  )
}
