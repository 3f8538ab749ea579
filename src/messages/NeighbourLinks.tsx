import ChevronDown from 'lucide-react/icons/chevron-down'
import ChevronUp from 'lucide-react/icons/chevron-up'
import { LinkButton } from '#/ui/LinkButton'
import type { Neighbours } from './shownList'

const pathOf = (id: string) => `/messages/${encodeURIComponent(id)}`

/** The messages above and below in the list this one was opened from. They take its place in the history. */
export function NeighbourLinks({ neighbours }: { neighbours: Neighbours }) {
  const { position, count, previousId, nextId } = neighbours
  return (
    <div className="flex items-center gap-2 text-sm text-text-2">
      <span className="tabular-nums">
        {position.toLocaleString('en')} of {count.toLocaleString('en')}
        <span className="sr-only"> in the list</span>
      </span>
      {previousId && (
        <LinkButton size="sm" to={pathOf(previousId)} replace>
          <ChevronUp size={14} aria-hidden />
          Previous
        </LinkButton>
      )}
      {nextId && (
        <LinkButton size="sm" to={pathOf(nextId)} replace>
          <ChevronDown size={14} aria-hidden />
          Next
        </LinkButton>
      )}
    </div>
  )
}
