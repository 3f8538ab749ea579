import { useEffect, useId, useRef, useState } from 'react'
import { Button } from '#/ui/Button'
import { Dialog } from '#/ui/Dialog'
import { Field } from '#/ui/Field'
import { TextInput } from '#/ui/TextInput'
import { excerptOf } from '../content/excerpt'
import type { Draft } from '../draft/draft'
import type { Checked } from '../reading/checked'
import { counted, people } from '../words'
import { Facts } from './Facts'

/** Above this many people the number is typed: a hand that presses Enter by habit should not reach ten thousand. */
const TYPED_ABOVE = 100

/** Nobody reads the question faster than this, in milliseconds. */
const READ_MS = 350

interface ConfirmDialogProps {
  draft: Draft
  checked: Checked
  onClose: () => void
  onSend: () => void
}

/** The last look before a message goes out. */
export function ConfirmDialog({ draft, checked, onClose, onSend }: ConfirmDialogProps) {
  const [typed, setTyped] = useState('')
  const form = useId()
  const first = useRef<HTMLElement>(null)
  const setFirst = (element: HTMLElement | null) => {
    first.current = element
  }
  const openedAt = useRef(Infinity)
  useEffect(() => {
    first.current?.focus()
    openedAt.current = performance.now()
  }, [])
  const count = checked.people
  const excerpt = excerptOf(draft.text)
  const asks = count > TYPED_ABOVE
  const isRight = !asks || typed.replaceAll(/[^\d]/g, '') === String(count)
  const words = `Send to ${people(count)}`
  return (
    <Dialog
      open
      onClose={onClose}
      dismissible={!asks}
      title={`${words}?`}
      footer={
        <>
          <Button onClick={onClose}>Back to the message</Button>
          <Button
            ref={asks ? undefined : setFirst}
            type="submit"
            form={form}
            variant="primary"
            disabledReason={isRight ? null : `Type ${count} to go on`}
          >
            {words}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          // The second press of a double one is no answer to a question that it could not have read.
          if (isRight && event.timeStamp - openedAt.current > READ_MS) onSend()
        }}
      >
        <Facts draft={draft} checked={checked} />
        <blockquote
          dir="auto"
          className="max-h-40 overflow-y-auto rounded-md border border-line bg-sunken px-3 py-2 break-words whitespace-pre-wrap"
        >
          {excerpt}
          {excerpt.length < draft.text.length && (
            <span className="text-text-2">
              {' '}
              … and {counted(draft.text.length - excerpt.length, 'more character', 'more characters')}
            </span>
          )}
        </blockquote>
        {asks ? (
          <Field label={`Type ${count} to confirm how many people get this`}>
            <TextInput
              ref={setFirst}
              inputMode="numeric"
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
              className="max-w-40"
            />
          </Field>
        ) : (
          <p className="text-sm text-text-2">
            Messages that were sent stay sent. Where the API allows it, what still waits can be cancelled on
            the page that opens next.
          </p>
        )}
      </form>
    </Dialog>
  )
}
