import { cx } from './cx'

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger' | 'quiet-danger'
export type ButtonSize = 'md' | 'sm'

const BASE =
  'relative inline-flex select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-md border font-medium ' +
  'transition-colors aria-disabled:cursor-not-allowed aria-disabled:opacity-60'

const VARIANTS: Record<ButtonVariant, string> = {
  primary: 'border-transparent bg-accent text-on-accent not-aria-disabled:hover:bg-accent-hover',
  secondary:
    'border-line-strong bg-surface text-text not-aria-disabled:hover:border-control not-aria-disabled:hover:bg-hover',
  quiet: 'border-transparent text-text-2 not-aria-disabled:hover:bg-hover not-aria-disabled:hover:text-text',
  'quiet-danger': 'border-transparent text-red-text not-aria-disabled:hover:bg-red-soft',
  danger: 'border-transparent bg-danger text-on-danger not-aria-disabled:hover:bg-danger-hover',
}

const SIZES: Record<ButtonSize, string> = { md: 'h-9 px-3 text-base', sm: 'h-7 px-2 text-sm' }
const SQUARES: Record<ButtonSize, string> = { md: 'size-9', sm: 'size-7' }

/** The look of everything that is pressed. `square` is for a button that shows an icon only. */
export function buttonClass(variant: ButtonVariant, size: ButtonSize, square = false): string {
  return cx(
    BASE,
    VARIANTS[variant],
    square ? SQUARES[size] : SIZES[size],
    size === 'sm' && 'pointer-coarse:min-h-9',
  )
}
