import { useState, type SyntheticEvent } from 'react'
import { useNavigate } from 'react-router'
import { findId } from '#/comms'
import { pathOfId } from '#/related/paths'
import { Button } from '#/ui/Button'
import { Field } from '#/ui/Field'
import { Section } from '#/ui/Section'
import { TextInput } from '#/ui/TextInput'
import { TextLink } from '#/ui/TextLink'
import { Time } from '#/ui/Time'
import { recentOperations } from './recent'

/** The way in where the API has no list of operations (section 1.1 is not offered everywhere): ids. */
export function OpenById() {
  const navigate = useNavigate()
  const [text, setText] = useState('')
  const [error, setError] = useState<string | null>(null)
  const open = (event: SyntheticEvent) => {
    event.preventDefault()
    const found = findId(text)
    // The id of anything else leads to its own page.
    const path = found && pathOfId(found.id)
    if (path) void navigate(path)
    else setError('That holds no operation id. One looks like comms_operation_ and 26 letters and digits.')
  }
  return (
    <>
      <form onSubmit={open} noValidate className="flex max-w-xl flex-wrap items-start gap-3">
        <Field label="Operation id" error={error} className="min-w-64 flex-1">
          <TextInput
            mono
            value={text}
            placeholder="comms_operation_…"
            onChange={(event) => {
              setText(event.target.value)
              setError(null)
            }}
          />
        </Field>
        <Button type="submit" variant="primary" className="sm:mt-6">
          Open operation
        </Button>
      </form>
      <RecentOperations />
    </>
  )
}

function RecentOperations() {
  const recent = recentOperations()
  if (recent.length === 0) return null
  return (
    <Section title="Sent or opened in this browser" className="sm:mt-6">
      <ul className="flex flex-col gap-1 text-sm">
        {recent.map(({ id, at, how }) => (
          <li key={id} className="flex min-w-0 flex-wrap items-center gap-x-4">
            <TextLink to={`/operations/${id}`} className="min-w-0 truncate font-mono">
              {id}
            </TextLink>
            <span className="text-text-2">
              {how} <Time at={at} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
