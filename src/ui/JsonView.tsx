import { useMemo } from 'react'
import { formatNumber } from './formatNumber'
import { CopyButton } from './CopyButton'

/** More than this many characters are cut on the screen (never in the copy): the browser would stall laying them out. */
const SHOWN_CHARACTERS = 200_000

/** Any JSON, indented by two, as it came. */
export function JsonView({
  value,
  label,
}: {
  value: unknown
  /** What it is, e.g. "Raw JSON". */ label: string
}) {
  const text = useMemo(() => pretty(value), [value])
  const cut = text.length > SHOWN_CHARACTERS
  return (
    <figure className="relative min-w-0 rounded-md border border-line bg-page">
      <figcaption className="sr-only">{label}</figcaption>
      <pre
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
        tabIndex={0}
        role="region"
        aria-label={label}
        className="max-h-[28rem] overflow-auto rounded-md p-3 font-mono text-xs leading-5 text-text"
      >
        {cut ? text.slice(0, SHOWN_CHARACTERS) : text}
      </pre>
      <div className="absolute top-1.5 right-4 rounded-md bg-page">
        <CopyButton text={text} label={`Copy ${label}`} />
      </div>
      {cut && (
        <p className="border-t border-line px-3 py-2 text-sm text-text-2">
          The first {formatNumber(SHOWN_CHARACTERS)} of {formatNumber(text.length)} characters. Copy takes all
          of them.
        </p>
      )}
    </figure>
  )
}

function pretty(value: unknown): string {
  try {
    return JSON.stringify(value, null, 2) ?? String(value)
  } catch {
    return String(value)
  }
}
