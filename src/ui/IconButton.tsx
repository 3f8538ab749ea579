import type { ComponentProps, ReactNode } from 'react'
import type { ButtonSize, ButtonVariant } from './buttonClass'
import { buttonClass } from './buttonClass'
import { cx } from './cx'

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'disabled'> {
  /** The button's name for screen readers, and its tooltip. */
  label: string
  /** The icon. */
  children: ReactNode
  variant?: ButtonVariant
  size?: ButtonSize
}

/** A square button with an icon in place of words. */
export function IconButton({
  label,
  children,
  variant = 'quiet',
  size = 'sm',
  type = 'button',
  className,
  ...rest
}: IconButtonProps) {
  return (
    <button
      title={label}
      {...rest}
      type={type === 'submit' ? 'submit' : 'button'}
      aria-label={label}
      className={cx(buttonClass(variant, size, true), className)}
    >
      {children}
    </button>
  )
}
