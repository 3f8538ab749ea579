import type { ComponentProps, MouseEvent, ReactNode } from 'react'
import { useId } from 'react'
import type { ButtonSize, ButtonVariant } from './buttonClass'
import { buttonClass } from './buttonClass'
import { Spinner } from './Spinner'
import { cx } from './cx'

interface ButtonProps extends Omit<ComponentProps<'button'>, 'disabled'> {
  children: ReactNode
  variant?: ButtonVariant
  size?: ButtonSize
  /** The action is running: the button keeps its width and its focus, and does nothing when pressed. */
  pending?: boolean
  /** Why it cannot be pressed now. It stays focusable, so that the reason can be read and heard. */
  disabledReason?: string | null
}

/**
 * A button. There is no bare `disabled`: who cannot press it must be able to learn why. While pending or disabled,
 * `onClick` is not called and a form is not submitted.
 */
export function Button(props: ButtonProps) {
  const { children, variant = 'secondary', size = 'md', pending = false, disabledReason = null } = props
  const { className, onClick, type = 'button', ...rest } = omit(props)
  const reasonId = useId()
  const inert = pending || disabledReason !== null
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (inert) event.preventDefault()
    else onClick?.(event)
  }
  return (
    <>
      <button
        aria-describedby={disabledReason !== null ? reasonId : undefined}
        title={disabledReason ?? undefined}
        {...rest}
        type={type === 'submit' ? 'submit' : 'button'}
        onClick={press}
        aria-disabled={inert || undefined}
        aria-busy={pending || undefined}
        className={cx(buttonClass(variant, size), className)}
      >
        {pending && (
          <span className="absolute inset-0 flex items-center justify-center">
            <Spinner />
          </span>
        )}
        <span className={cx('inline-flex items-center gap-1.5', pending && 'opacity-0')}>{children}</span>
      </button>
      {disabledReason !== null && (
        <span id={reasonId} hidden>
          {disabledReason}
        </span>
      )}
    </>
  )
}

function omit({
  children: _c,
  variant: _v,
  size: _s,
  pending: _p,
  disabledReason: _d,
  ...rest
}: ButtonProps) {
  return rest
}
