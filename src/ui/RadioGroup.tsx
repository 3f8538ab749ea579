import type { ReactNode } from 'react'
import { useId } from 'react'
import { cx } from './cx'

export interface RadioOption<Value extends string> {
  value: Value
  label: ReactNode
  hint?: ReactNode
}

interface RadioGroupProps<Value extends string> {
  /** The question; read before the options. */
  label: string
  labelHidden?: boolean
  options: ReadonlyArray<RadioOption<Value>>
  /** A value that is no option leaves all of them unchecked. */
  value: Value
  onChange: (value: Value) => void
  className?: string
}

/** One among few, all in sight, one above the other. Native radios: arrow keys move and choose. */
export function RadioGroup<Value extends string>(props: RadioGroupProps<Value>) {
  const { label, labelHidden = false, options, value, onChange, className } = props
  const name = useId()
  return (
    <fieldset className={cx('min-w-0', className)}>
      <legend className={labelHidden ? 'sr-only' : 'mb-1 text-sm font-medium'}>{label}</legend>
      <div className="flex flex-col gap-2">
        {options.map((option) => (
          <label key={option.value} className="flex items-start gap-2">
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
              className="mt-0.5 size-4 shrink-0 accent-accent"
            />
            <span className="min-w-0">
              {option.label}
              {option.hint && <span className="block text-sm text-text-2">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** The same choice side by side in one frame, for two to five short labels: a view, a theme, a filter. */
export function SegmentedControl<Value extends string>(props: RadioGroupProps<Value>) {
  const { label, labelHidden = true, options, value, onChange, className } = props
  const name = useId()
  return (
    <fieldset className={cx('min-w-0', className)}>
      <legend className={labelHidden ? 'sr-only' : 'mb-1 text-sm font-medium'}>{label}</legend>
      <div className="inline-flex max-w-full flex-wrap gap-0.5 rounded-md bg-sunken p-0.5">
        {options.map((option) => (
          <label
            key={option.value}
            className={cx(
              'relative inline-flex h-7 cursor-pointer items-center gap-1.5 rounded-sm border px-2.5 text-sm whitespace-nowrap transition-colors pointer-coarse:h-9',
              'has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-focus',
              option.value === value
                ? 'border-line-strong bg-surface font-medium text-text forced-colors:border-[Highlight]'
                : 'border-transparent text-text-2 hover:text-text',
            )}
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
              className="absolute inset-0 cursor-pointer appearance-none opacity-0"
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
