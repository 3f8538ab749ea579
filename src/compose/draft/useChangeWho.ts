import { dismissToast, toast } from '#/ui/toast'
import { useDesk } from '../desk'
import type { Who } from '../reading/list'

/** Changing who a message goes to, with or without a way back. */
export function useChangeWho() {
  const { draft } = useDesk()
  const change = (to: (who: Who) => Who) => draft.set((old) => ({ ...old, who: to(old.who) }))

  /** Says what was done and offers to undo it, until something else is changed: that would be undone with it. */
  function changeWithUndo(words: string, to: (who: Who) => Who): void {
    const before = draft.get().who
    change(to)
    const after = draft.get().who
    if (after === before) return
    const id = toast({
      title: words,
      action: {
        label: 'Undo',
        altText: 'Write the numbers again',
        onClick: () => {
          if (draft.get().who === after) change(() => before)
        },
      },
    })
    const stop = draft.subscribe(() => {
      if (draft.get().who === after) return
      dismissToast(id)
      stop()
    })
  }
  return { change, changeWithUndo }
}
