import type { ComponentProps, ReactNode } from 'react'
import { cx } from './cx'

interface CheckboxProps extends Omit<ComponentProps<'input'>, 'type' | 'onChange' | 'children'> {
  children: ReactNode
  /** A line under the label. */
  hint?: ReactNode
  onChange: (checked: boolean) => void
}

/** A yes or no, with its label. */
export function Checkbox({ children, hint, onChange, className, ...rest }: CheckboxProps) {
  return (
    <label className={cx('flex items-start gap-2 text-base text-text', className)}>
      <input
        {...rest}
        type="checkbox"
        onChange={(event) => onChange(event.target.checked)}
        className="mt-0.5 size-4 shrink-0 accent-accent"
      />
      <span className="min-w-0">
        {children}
        {hint && <span className="block text-sm text-text-2">{hint}</span>}
      </span>
    </label>
  )
}
