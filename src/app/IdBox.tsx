import type { SyntheticEvent } from 'react'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { Field } from '#/ui/Field'
import { TextInput } from '#/ui/TextInput'
import { resolveId } from './resolveId'

interface IdBoxProps {
  /** Of the form, so that a shortcut can find its field. */
  id?: string
  shortcut?: boolean
  /** Takes the focus when the dialog around it opens. */
  focused?: boolean
  /** Called when an id was opened. */
  onOpened?: () => void
}

/** Opens whatever id, SID or error code is pasted into it. */
export function IdBox({ id, shortcut = false, focused = false, onOpened }: IdBoxProps) {
  const [text, setText] = useState('')
  const [unknown, setUnknown] = useState(false)
  const navigate = useNavigate()
  const open = (event: SyntheticEvent) => {
    event.preventDefault()
    if (text.trim() === '') return
    const path = resolveId(text)
    setUnknown(path === null)
    if (path === null) return
    setText('')
    void navigate(path)
    onOpened?.()
  }
  return (
    <form id={id} role="search" aria-label="Open by id" onSubmit={open}>
      <Field
        label="Open id"
        error={
          unknown && 'No id or error code in this text. Ids look like comms_message_01k4…, codes like 30003.'
        }
      >
        <TextInput
          mono
          data-autofocus={focused || undefined}
          value={text}
          spellCheck={false}
          enterKeyHint="go"
          placeholder="Id, SID or code"
          aria-keyshortcuts={shortcut ? 'i' : undefined}
          onChange={(event) => {
            setText(event.target.value)
            setUnknown(false)
          }}
        />
      </Field>
    </form>
  )
}
