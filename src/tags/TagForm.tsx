import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent, type KeyboardEvent } from 'react'
import type { Tags } from '#/comms'
import { Banner } from '#/ui/Banner'
import { Button } from '#/ui/Button'
import { writeDraft } from './draft'
import { problemsOf } from './pairProblem'
import { pairsOf, sameTags, tagsOf, type TagPair } from './pairs'
import { SaveProblem } from './SaveProblem'
import { TagFields } from './TagFields'
import { TagList } from './TagList'
import { notOfferedQuery } from './queries'
import { isNotOffered, writeTags, type TagOwner } from './writeTags'

interface TagFormProps {
  kind: TagOwner
  id: string
  tags: Tags
  start: TagPair[]
  onSaved: (tags: Tags) => void
  /** Left without saving, with what was typed. */
  onClose: (typed: TagPair[]) => void
}

/** The tags while they are edited. What is typed survives everything but a save and a conscious cancel. */
export function TagForm({ kind, id, tags, start, onSaved, onClose }: TagFormProps) {
  const [pairs, setPairs] = useState(start)
  const [base] = useState(tags)
  const [showAll, setShowAll] = useState(false)
  const queryClient = useQueryClient()
  const save = useMutation({
    mutationFn: (next: Tags) => writeTags(kind, id, next),
    onSuccess: (_, next) => onSaved(next),
    onError: (error) => {
      if (isNotOffered(error)) queryClient.setQueryData(notOfferedQuery(kind).queryKey, true)
    },
  })

  const change = (next: TagPair[]) => {
    // While these are on their way, more could not be saved with them and would be lost.
    if (save.isPending) return
    setPairs(next)
    writeDraft(id, next)
    if (save.isError) save.reset()
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (save.isPending) return
    setShowAll(true)
    const next = tagsOf(pairs)
    if (problemsOf(pairs).some((problem) => problem !== null)) {
      focusFirstInvalid(event.currentTarget)
    } else if (sameTags(next, tags)) {
      onClose(pairs)
    } else {
      save.mutate(next)
    }
  }
  const press = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key === 'Escape' && !event.nativeEvent.isComposing) {
      // Esc belongs to the editor while it is open, not to the panel or dialog around it.
      event.preventDefault()
      event.stopPropagation()
      if (!save.isPending) onClose(pairs)
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.currentTarget.requestSubmit()
    }
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Esc works in every control of it
    <form onSubmit={submit} onKeyDown={press} noValidate className="flex min-w-0 flex-col gap-3">
      {!sameTags(base, tags) && (
        <Banner
          tone="amber"
          live="polite"
          actions={
            <Button size="sm" onClick={() => change(pairsOf(tags))}>
              Start again from these
            </Button>
          }
        >
          The tags were changed elsewhere in the meantime. Saving replaces them:{' '}
          <TagList tags={tags} linked={false} />
        </Banner>
      )}
      <TagFields value={pairs} onChange={change} showAll={showAll} startFocused />
      {save.isError && <SaveProblem kind={kind} error={save.error} pairs={pairs} />}
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" variant="primary" size="sm" pending={save.isPending}>
          Save tags
        </Button>
        <Button
          size="sm"
          onClick={() => onClose(pairs)}
          disabledReason={save.isPending ? 'The tags are being saved' : null}
        >
          Cancel
        </Button>
      </div>
    </form>
  )
}

function focusFirstInvalid(form: HTMLFormElement) {
  // The problems that were held back appear with the next render.
  requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
}
