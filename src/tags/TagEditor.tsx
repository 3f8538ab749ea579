import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { Tags } from '#/comms'
import { Button } from '#/ui/Button'
import { toast } from '#/ui/toast'
import { readDraft, writeDraft } from './draft'
import { offerUndo } from './offerUndo'
import { pairsOf, sameTags, textOf, type TagPair } from './pairs'
import { notOfferedQuery } from './queries'
import { TagForm } from './TagForm'
import { TagList } from './TagList'
import { OWNERS, type TagOwner } from './writeTags'

interface TagEditorProps {
  kind: TagOwner
  id: string
  /** As the API has them now. */
  tags: Tags
  /** The API took these. Put them into the cache, and ask again when that is cheap. */
  onSaved: (tags: Tags) => void
}

/** The tags of a message or an operation: to read, to edit, to save, and to take back what was saved. */
export function TagEditor(props: TagEditorProps) {
  // A panel that moves on to the next message must not carry over what was typed for this one.
  return <Editor key={props.id} {...props} />
}

function Editor({ kind, id, tags, onSaved }: TagEditorProps) {
  const [editing, setEditing] = useState(() => readDraft(id) !== null)
  const editButton = useRef<HTMLDivElement>(null)
  const { data: notOffered = false } = useQuery(notOfferedQuery(kind))

  const backToButton = () => requestAnimationFrame(() => editButton.current?.querySelector('button')?.focus())
  const close = (typed: TagPair[]) => {
    writeDraft(id, null)
    setEditing(false)
    backToButton()
    if (textOf(typed) === textOf(pairsOf(tags))) return
    toast({
      title: 'Changes to the tags were left out',
      action: {
        label: 'Bring them back',
        altText: 'Press Edit tags to type them again',
        onClick: () => {
          writeDraft(id, typed)
          setEditing(true)
        },
      },
    })
  }
  const saved = (next: Tags) => {
    const before = tags
    onSaved(next)
    writeDraft(id, null)
    setEditing(false)
    backToButton()
    if (!sameTags(before, next)) offerUndo({ kind, id, before, onSaved })
  }

  if (editing) {
    const start = readDraft(id) ?? pairsOf(tags)
    return <TagForm kind={kind} id={id} tags={tags} start={start} onSaved={saved} onClose={close} />
  }
  return (
    <div ref={editButton} className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-2">
      <TagList tags={tags} />
      <Button size="sm" variant="quiet" onClick={() => setEditing(true)}>
        {notOffered ? 'Try to edit tags' : Object.keys(tags).length > 0 ? 'Edit tags' : 'Add tags'}
      </Button>
      {notOffered && (
        <span className="text-sm text-text-2">
          This API said earlier that it does not offer changing tags of {OWNERS[kind]}.
        </span>
      )}
    </div>
  )
}
