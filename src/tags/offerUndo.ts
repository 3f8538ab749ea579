import type { Tags } from '#/comms'
import { toast } from '#/ui/toast'
import { pairsOf, textOf } from './pairs'
import { writeTags, type TagOwner } from './writeTags'

interface Saved {
  kind: TagOwner
  id: string
  /** The tags that were replaced. */
  before: Tags
  /** Called with the old tags once they are back. */
  onSaved: (tags: Tags) => void
}

/** Says that tags were saved and offers for a while to write the old ones back, also after the editor is gone. */
export function offerUndo({ kind, id, before, onSaved }: Saved): void {
  const undo = async () => {
    try {
      await writeTags(kind, id, before)
      onSaved(before)
      toast({ title: 'The tags are as they were before', tone: 'green' })
    } catch {
      toast({
        title: 'The tags could not be set back',
        description: `They were: ${textOf(pairsOf(before)).replaceAll('\n', ', ') || 'none'}`,
        tone: 'red',
        duration: Infinity,
      })
    }
  }
  toast({
    title: 'Tags saved',
    tone: 'green',
    action: { label: 'Undo', altText: 'Press Edit tags to change them again', onClick: () => void undo() },
  })
}
