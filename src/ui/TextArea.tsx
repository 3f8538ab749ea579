import type { ComponentProps } from 'react'
import { CONTROL_CLASS } from './controlClass'
import { useFieldControl } from './fieldContext'
import { cx } from './cx'

interface TextAreaProps extends ComponentProps<'textarea'> {
  mono?: boolean
  /** Grows with its text, from `rows` up to twenty lines, where the browser can. */
  grow?: boolean
}

/** Several lines of text; otherwise as TextInput. */
export function TextArea({ className, mono = false, grow = false, rows = 4, ...rest }: TextAreaProps) {
  return (
    <textarea
      rows={rows}
      {...useFieldControl()}
      {...rest}
      className={cx(
        CONTROL_CLASS,
        'block resize-y px-2.5 py-2',
        grow && 'field-sizing-content max-h-[calc(20lh+1rem)]',
        mono && 'font-mono text-sm',
        className,
      )}
      style={grow ? { minHeight: `calc(${rows}lh + 1rem)` } : undefined}
    />
  )
}
