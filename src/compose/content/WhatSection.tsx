import { memo } from 'react'
import { Field } from '#/ui/Field'
import { Section } from '#/ui/Section'
import { TextArea } from '#/ui/TextArea'
import { useDesk, useDraft } from '../desk'
import { counted } from '../words'
import { Preview } from './Preview'
import { SegmentNote } from './SegmentNote'
import { segmentsOf } from './segments'

/** The text, what it costs in segments, and how the person sees it. */
export const WhatSection = memo(function WhatSection({ error }: { error: string | undefined }) {
  const { draft } = useDesk()
  const text = useDraft((written) => written.text)
  const reach = useDraft((written) => written.reach)
  return (
    <Section title="What" framed>
      <div className="grid gap-4 md:grid-cols-[minmax(0,1fr)_16rem]">
        <div data-field="text" className="flex min-w-0 flex-col gap-2">
          <Field
            label="Message"
            error={error}
            aside={
              reach === 'PHONE' ? <Count text={text} /> : counted(text.length, 'character', 'characters')
            }
          >
            <TextArea
              grow
              rows={5}
              dir="auto"
              value={text}
              onChange={(event) => draft.set((old) => ({ ...old, text: event.target.value }))}
            />
          </Field>
          {reach === 'PHONE' && (
            <SegmentNote text={text} onChange={(plain) => draft.set((old) => ({ ...old, text: plain }))} />
          )}
        </div>
        <Preview text={text} />
      </div>
    </Section>
  )
})

function Count({ text }: { text: string }) {
  if (text === '') return null
  const { segments, left, encoding } = segmentsOf(text)
  return (
    <span className="whitespace-nowrap">
      {encoding}, {counted(segments, 'segment', 'segments')}, {left} left
    </span>
  )
}
