import { memo } from 'react'
import { Field } from '#/ui/Field'
import { Section } from '#/ui/Section'
import { TextArea } from '#/ui/TextArea'
import { useDesk, useDraft } from '../desk'
import { directionOf } from './direction'
import { Length } from './Length'
import { Preview } from './Preview'
import { SegmentNote } from './SegmentNote'

/** The text, what it costs in segments, and how the person sees it. */
export const WhatSection = memo(function WhatSection({ error }: { error: string | undefined }) {
  const { draft } = useDesk()
  const text = useDraft((written) => written.text)
  const reach = useDraft((written) => written.reach)
  return (
    <Section title="What" framed className="@container">
      {/* Side by side only where the box keeps 24rem: on wide screens the review stands beside both. */}
      <div className="grid gap-4 @min-[43rem]:grid-cols-[minmax(0,1fr)_16rem]">
        <div data-field="text" className="flex min-w-0 flex-col gap-2">
          <Field label="Message" error={error} aside={<Length text={text} reach={reach} />}>
            <TextArea
              grow
              rows={5}
              dir={directionOf(text)}
              // Where spaces hang over the end of a line, Chromium takes seconds for each key in a long Arabic text.
              className="whitespace-break-spaces"
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
