import type { Related } from '#/comms'
import { Mono } from '#/ui/Mono'
import { TextLink } from '#/ui/TextLink'
import { titleOfKind } from './kinds'
import { ownerOfUri, pathOfForeignOperation } from './owners'
import { pathOfId } from './paths'

/** What a resource belongs with, each a link to where it can be seen. An id of an unknown form stands as text. */
export function RelatedLinks({ related }: { related: readonly Related[] }) {
  const once = [...new Map(related.map((each) => [`${each.kind} ${each.id}`, each])).values()]
  if (once.length === 0) return <p className="text-sm text-text-2">Nothing related.</p>
  return (
    <ul className="flex min-w-0 flex-col gap-1 text-sm" aria-label="Related">
      {once.map((each) => (
        <li key={`${each.kind} ${each.id}`} className="flex min-w-0 items-center gap-x-2">
          <span className="shrink-0 text-text-2">{titleOfKind(each.kind)}</span>
          <RelatedId id={each.id} path={pathOf(each)} />
        </li>
      ))}
    </ul>
  )
}

function pathOf({ id, uri }: Related): string | null {
  const owner = ownerOfUri(uri)
  if (owner) return pathOfForeignOperation(id, owner)
  return UNREAD_OPERATION.test(uri ?? '') ? null : pathOfId(id)
}

/** Operations of push notifications have ids of the same form, and no page here. */
const UNREAD_OPERATION = /\/PushNotifications\/Operations\//i

/** An id that leads to its page; as text with a button that copies it where there is none. */
export function RelatedId({ id, path }: { id: string; path: string | null }) {
  if (path === null) return <Mono id={id} copyLabel={`Copy ${id}`} />
  return (
    // Mono shows an id in two parts; its name is one word.
    <TextLink to={path} aria-label={id} className="min-w-0">
      <Mono id={id} />
    </TextLink>
  )
}
