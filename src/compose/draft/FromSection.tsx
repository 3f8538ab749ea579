import { memo } from 'react'
import { Field } from '#/ui/Field'
import { RadioGroup } from '#/ui/RadioGroup'
import { Section } from '#/ui/Section'
import { Select } from '#/ui/Select'
import { TextInput } from '#/ui/TextInput'
import { TagFields } from '#/tags/TagFields'
import { useDesk, useDraft } from '../desk'
import type { DraftFrom } from './draft'

const KINDS: ReadonlyArray<{ value: DraftFrom['kind']; label: string; hint?: string }> = [
  { value: 'any', label: 'Let Twilio choose', hint: 'From the senders of the account, for each person.' },
  { value: 'address', label: 'A number or name' },
  { value: 'id', label: 'A sender or a sender pool, by its id' },
]

const CHANNELS: ReadonlyArray<{ value: DraftFrom['channel']; label: string }> = [
  { value: 'SMS', label: 'SMS' },
  { value: 'RCS', label: 'RCS' },
  { value: 'WHATSAPP', label: 'WhatsApp' },
]

interface FromSectionProps {
  error: string | undefined
  tagError: string | undefined
  /** Also says what is merely unfinished. */
  showAll: boolean
}

/** Whom the message comes from, and the tags it is found by later. */
export const FromSection = memo(function FromSection({ error, tagError, showAll }: FromSectionProps) {
  const { draft } = useDesk()
  const from = useDraft((written) => written.from)
  const tags = useDraft((written) => written.tags)
  const change = (part: Partial<DraftFrom>) =>
    draft.set((old) => ({ ...old, from: { ...old.from, ...part } }))
  return (
    <Section title="From and tags" framed>
      <div className="grid gap-6 md:grid-cols-2">
        <div data-field="from" className="flex min-w-0 flex-col gap-3">
          <RadioGroup label="From" options={KINDS} value={from.kind} onChange={(kind) => change({ kind })} />
          {from.kind === 'address' && (
            <div className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-2">
              <Field label="Address" error={error}>
                <TextInput
                  mono
                  spellCheck={false}
                  value={from.address}
                  onChange={(event) => change({ address: event.target.value })}
                />
              </Field>
              <Field label="Sends over">
                <Select
                  options={CHANNELS}
                  value={from.channel}
                  onChange={(value) => {
                    const channel = CHANNELS.find((known) => known.value === value)?.value
                    if (channel) change({ channel })
                  }}
                />
              </Field>
            </div>
          )}
          {from.kind === 'id' && (
            <Field label="Id" error={error} hint="comms_sender_… or comms_senderpool_…">
              <TextInput
                mono
                spellCheck={false}
                value={from.id}
                onChange={(event) => change({ id: event.target.value })}
              />
            </Field>
          )}
          {from.kind === 'any' && error && <p className="text-sm text-red-text">{error}</p>}
        </div>
        <div data-field="tags" className="flex min-w-0 flex-col gap-1">
          <p className="text-sm font-medium">
            Tags <span className="font-normal text-text-3">(optional)</span>
          </p>
          <p className="mb-1 text-sm text-text-2">Find these messages again by campaign, desk or ticket.</p>
          <TagFields
            value={tags}
            onChange={(changed) => draft.set((old) => ({ ...old, tags: changed }))}
            showAll={showAll}
          />
          {tagError && <p className="text-sm text-red-text">{tagError}</p>}
        </div>
      </div>
    </Section>
  )
})
