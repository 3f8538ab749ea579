import type { ReactNode } from 'react'
import { useId } from 'react'
import { FieldContext } from './fieldContext'
import { ToneIcon } from './ToneIcon'
import { cx } from './cx'

interface FieldProps {
  label: ReactNode
  /** Hides the label from sight, not from screen readers. */
  labelHidden?: boolean
  /** At the right of the label: a counter, a link. */
  aside?: ReactNode
  hint?: ReactNode
  /** What is wrong and how to right it. Present: the control is marked invalid and reads this first. */
  error?: ReactNode
  required?: boolean
  /** Says "optional" beside the label. */
  optional?: boolean
  /** One control of ui: TextInput, TextArea or Select. */
  children: ReactNode
  className?: string
}

/** Label, control, hint and error, tied together for screen readers. */
export function Field(props: FieldProps) {
  const {
    label,
    labelHidden = false,
    aside,
    hint,
    error,
    required = false,
    optional = false,
    children,
  } = props
  const id = useId()
  const hasError = error !== undefined && error !== null && error !== false && error !== ''
  const described = [hasError && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ')
  const field = { id, describedBy: described || undefined, invalid: hasError, required }
  return (
    <div className={cx('flex min-w-0 flex-col gap-1', props.className)}>
      <div className={cx('flex items-baseline justify-between gap-3', labelHidden && !aside && 'sr-only')}>
        <label htmlFor={id} className={cx('text-sm font-medium text-text', labelHidden && 'sr-only')}>
          {label}
          {optional && <span className="font-normal text-text-3"> (optional)</span>}
        </label>
        {aside && <div className="text-sm text-text-2">{aside}</div>}
      </div>
      <FieldContext value={field}>{children}</FieldContext>
      {hasError && (
        <p id={`${id}-error`} className="flex items-baseline gap-1.5 text-sm text-red-text">
          <ToneIcon tone="red" className="translate-y-px" />
          <span className="min-w-0">{error}</span>
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-text-2">
          {hint}
        </p>
      )}
    </div>
  )
}
