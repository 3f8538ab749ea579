import { Button } from '#/ui/Button'
import { Spinner } from '#/ui/Spinner'
import type { ReadingList } from './useAddList'

/** Which file is being read, how far it is, and the way to stop it. */
export function ReadingFile({
  reading: { name, share },
  onCancel,
}: {
  reading: ReadingList
  onCancel: () => void
}) {
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-text-2">
      <p role="status" className="flex min-w-0 items-center gap-2">
        <Spinner /> <span className="truncate">Reading {name}</span>
      </p>
      {share !== null && (
        <progress value={share} aria-label={`Reading ${name}`} className="h-2 w-40 accent-accent" />
      )}
      <Button size="sm" variant="quiet" onClick={onCancel}>
        Stop
      </Button>
    </div>
  )
}
