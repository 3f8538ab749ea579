import { CopyButton } from './CopyButton'
import { cx } from './cx'

interface MonoProps {
  /** The id in full. It is what is copied, selected and read. */
  id: string
  /** How many characters stay at the end when the middle is left out; 0 shows everything. */
  tail?: number
  /** Adds a copy button with this name. */
  copyLabel?: string
  className?: string
}

/**
 * An id in the monospace face. Where it does not fit, its middle gives way to an ellipsis, since the start says what
 * it is and the end tells it from its neighbours; the text in the document stays whole.
 */
export function Mono({ id, tail = 6, copyLabel, className }: MonoProps) {
  const split = tail > 0 && id.length > tail + 6 ? id.length - tail : id.length
  return (
    <span
      className={cx(
        'inline-flex max-w-full min-w-0 items-center gap-1 align-top font-mono text-sm',
        className,
      )}
    >
      <span title={id} className="inline-flex min-w-0 whitespace-pre">
        <span className="min-w-[6ch] truncate">{id.slice(0, split)}</span>
        {split < id.length && <span className="shrink-0">{id.slice(split)}</span>}
      </span>
      {copyLabel && <CopyButton text={id} label={copyLabel} />}
    </span>
  )
}
