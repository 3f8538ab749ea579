import { counted } from '../words'
import { excerptOf } from './excerpt'

/** The message as it stands on the person's phone; of a long one, how it begins. */
export function Preview({ text }: { text: string }) {
  const shown = excerptOf(text)
  const rest = text.length - shown.length
  return (
    <figure aria-label="Preview" className="flex min-w-0 flex-col gap-1">
      <figcaption className="text-sm text-text-2">As the person sees it</figcaption>
      <div
        // A long message scrolls here, also for those who have no mouse.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={rest > 0 ? 0 : undefined}
        role={rest > 0 ? 'group' : undefined}
        aria-label={rest > 0 ? 'Text of the preview' : undefined}
        className="max-h-80 min-h-28 flex-1 overflow-y-auto rounded-lg border border-line bg-sunken p-3"
      >
        {text.trim() === '' ? (
          <p className="text-sm text-text-3">The text appears here.</p>
        ) : (
          <p
            dir="auto"
            className="w-fit max-w-full rounded-lg rounded-bl-none border border-line bg-raised px-3 py-2 text-base break-words whitespace-pre-wrap"
          >
            {shown}
          </p>
        )}
      </div>
      {rest > 0 && (
        <p className="text-sm text-text-2">
          The text goes on for {counted(rest, 'more character', 'more characters')}.
        </p>
      )}
    </figure>
  )
}
