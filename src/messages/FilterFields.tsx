import { useState, type SyntheticEvent } from 'react'
import { Field } from '#/ui/Field'
import { TextInput } from '#/ui/TextInput'
import { fromField, toField } from './localTime'

interface EntryProps {
  label: string
  placeholder: string
  mono?: boolean
  /** Takes the text, or gives the reason why not. */
  enter: (text: string) => string | null
  className: string
}

/** A field whose text becomes a condition when Enter is pressed. */
export function Entry({ label, placeholder, mono, enter, className }: EntryProps) {
  const [text, setText] = useState('')
  const [error, setError] = useState<string | null>(null)
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    if (text.trim() === '') return
    const reason = enter(text.trim())
    setError(reason)
    if (reason === null) setText('')
  }
  return (
    <form onSubmit={submit} className={className} noValidate>
      <Field label={label} error={error}>
        <TextInput
          mono={mono}
          value={text}
          placeholder={placeholder}
          enterKeyHint="search"
          onChange={(event) => {
            setText(event.target.value)
            setError(null)
          }}
        />
      </Field>
    </form>
  )
}

interface MomentProps {
  label: string
  moment: string | undefined
  onEnter: (moment: string | undefined) => void
  className: string
}

/** A date and time in the zone of this computer. It takes effect when the field is left or Enter is pressed. */
export function Moment({ label, moment, onEnter, className }: MomentProps) {
  const value = toField(moment)
  const [typed, setTyped] = useState({ for: value, text: value })
  // A condition that is set or taken away elsewhere shows in the field.
  if (typed.for !== value) setTyped({ for: value, text: value })
  const commit = () => {
    if (typed.text !== value) onEnter(fromField(typed.text) ?? undefined)
  }
  return (
    <Field label={label} className={className}>
      <TextInput
        type="datetime-local"
        value={typed.text}
        onChange={(event) => setTyped({ for: value, text: event.target.value })}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit()
        }}
      />
    </Field>
  )
}
