import type { LinkProps } from 'react-router'
import { Link } from 'react-router'
import type { ButtonSize, ButtonVariant } from './buttonClass'
import { buttonClass } from './buttonClass'
import { cx } from './cx'

/** A link to another page that looks like a button: for the one next step of a page. */
export function LinkButton({
  variant = 'secondary',
  size = 'md',
  className,
  ...rest
}: Omit<LinkProps, 'className'> & { variant?: ButtonVariant; size?: ButtonSize; className?: string }) {
  return <Link {...rest} className={cx(buttonClass(variant, size), className)} />
}
