import { useDeferredValue, useMemo, type FormEvent } from 'react'
import { useNavigate } from 'react-router'
import { Button } from '#/ui/Button'
import { EmptyState } from '#/ui/EmptyState'
import { Field } from '#/ui/Field'
import { LinkButton } from '#/ui/LinkButton'
import { Section } from '#/ui/Section'
import { TextInput } from '#/ui/TextInput'
import { CodeTable } from './CodeTable'
import { EXPLANATIONS } from './dictionary'
import { parseCode } from './explanation'
import { FAMILIES } from './explanationWords'
import { searchCodes } from './searchCodes'
import { useQueryText } from './useQueryText'

/** The dictionary: searched by code or words, grouped by where in a message's life a code appears. */
export function CodeSearch() {
  const [text, setText] = useQueryText()
  const query = useDeferredValue(text)
  const navigate = useNavigate()
  const found = useMemo(() => searchCodes(query, EXPLANATIONS), [query])
  const open = (event: FormEvent) => {
    event.preventDefault()
    const only = searchCodes(text, EXPLANATIONS)
    const code = parseCode(text) ?? (only.length === 1 ? only[0]?.code : null)
    if (code) void navigate(`/errors/${code}`)
  }
  return (
    <div className="flex min-w-0 flex-col gap-6">
      <search>
        <form onSubmit={open} className="max-w-xl">
          <Field
            label="Find a code"
            aside={<output>{countWords(found.length, query)}</output>}
            hint="A code, or words such as “opted out”. Enter opens a code."
          >
            <TextInput
              type="search"
              value={text}
              placeholder="30003, landline, template…"
              onChange={(event) => setText(event.target.value)}
            />
          </Field>
        </form>
      </search>
      {found.length === 0 && <NothingFound text={query} onClear={() => setText('')} />}
      {FAMILIES.map(({ family, title, about }) => {
        const members = found.filter((explanation) => explanation.family === family)
        if (members.length === 0) return null
        return (
          <Section key={family} title={title} meta={`${members.length} · ${about}`}>
            <div className="overflow-hidden rounded-lg border border-line bg-surface">
              <CodeTable explanations={members} label={title} />
            </div>
          </Section>
        )
      })}
    </div>
  )
}

function NothingFound({ text, onClear }: { text: string; onClear: () => void }) {
  const code = parseCode(text)
  return (
    <EmptyState
      title={code ? `Code ${code} is not in this list` : 'No code fits these words'}
      action={
        <>
          {code && (
            <LinkButton variant="primary" to={`/errors/${code}`}>
              What is known about {code}
            </LinkButton>
          )}
          <Button onClick={onClear}>Show all codes</Button>
        </>
      }
    >
      {code
        ? 'Switchboard explains the codes a support desk meets. Twilio has more.'
        : 'Try fewer or other words, or the code itself.'}
    </EmptyState>
  )
}

function countWords(count: number, query: string): string {
  if (query.trim() === '') return `${count} codes`
  return count === 1 ? '1 code found' : `${count} codes found`
}
