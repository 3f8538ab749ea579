import type { ComponentProps } from 'react'
import { CONTROL_CLASS } from './controlClass'
import { useFieldControl } from './fieldContext'
import { cx } from './cx'

/** One line of text. Inside a Field it takes its label, hint and error from there; alone it needs an `aria-label`. */
export function TextInput({
  className,
  mono = false,
  ...rest
}: ComponentProps<'input'> & { /** Monospace, for ids and codes. */ mono?: boolean }) {
  return (
    <input
      type="text"
      autoComplete="off"
      {...useFieldControl()}
      {...rest}
      className={cx(CONTROL_CLASS, 'h-9 px-2.5', mono && 'font-mono text-sm', className)}
    />
  )
}
