import Upload from 'lucide-react/icons/upload'
import { memo, useRef, type ClipboardEvent } from 'react'
import { Banner } from '#/ui/Banner'
import { Button } from '#/ui/Button'
import { cx } from '#/ui/cx'
import { Field } from '#/ui/Field'
import { SegmentedControl } from '#/ui/RadioGroup'
import { Section } from '#/ui/Section'
import { Select } from '#/ui/Select'
import { TextArea } from '#/ui/TextArea'
import { useDesk, useDraft } from '../desk'
import type { Reach } from '../draft/draft'
import { useChangeWho } from '../draft/useChangeWho'
import { CheckSummary } from './CheckSummary'
import { allCountries } from '../reading/countries'
import { isVCard } from '../reading/files/vcard'
import { shapeOf } from '../reading/shape'
import { ReadingFile } from './ReadingFile'
import { RecipientTable } from './RecipientTable'
import { SourceCards } from './SourceCards'
import { useAddList } from './useAddList'
import type { CheckedState } from './useChecked'
import { useFileDrop } from './useFileDrop'
import { useFocusHome } from './useFocusHome'

const REACHES: ReadonlyArray<{ value: Reach; label: string }> = [
  { value: 'PHONE', label: 'Phone (SMS, MMS, RCS)' },
  { value: 'WHATSAPP', label: 'WhatsApp' },
]

const COUNTRIES = allCountries().map(({ code, name, callingCode }) => ({
  value: code,
  label: `${name} (${callingCode})`,
}))

const ACCEPTED =
  '.csv,.tsv,.tab,.txt,.xlsx,.vcf,text/csv,text/plain,text/tab-separated-values,text/vcard,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** More than this belongs into a list of its own: a text box with thousands of lines is slow to type in. */
const LONG_PASTE = 8_000

interface WhoSectionProps {
  state: CheckedState
  error: string | undefined
  reachError: string | undefined
}

/** Who gets the message: typed, pasted, or from files; checked row by row. */
export const WhoSection = memo(function WhoSection({ state, error, reachError }: WhoSectionProps) {
  const { draft } = useDesk()
  const who = useDraft((written) => written.who)
  const reach = useDraft((written) => written.reach)
  const { reading, refusals, dismiss, addFiles, addPaste, readAgain, cancel } = useAddList()
  const isOver = useFileDrop((files) => addFiles(files))
  const chooser = useRef<HTMLInputElement>(null)
  const root = useRef<HTMLDivElement>(null)
  useFocusHome(root)
  const { change } = useChangeWho()

  const paste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const { files } = event.clipboardData
    if (files.length > 0) {
      event.preventDefault()
      addFiles(files)
      return
    }
    const text = event.clipboardData.getData('text')
    const isLong = text.length + who.typed.length > LONG_PASTE
    const hasColumns = !isLong && (isVCard(text) || shapeOf(text) !== null)
    if (!isLong && !hasColumns) return
    event.preventDefault()
    addPaste(text)
  }

  return (
    <Section title="Who" framed>
      <div
        ref={root}
        className={cx(
          'flex flex-col gap-4',
          isOver && 'rounded-md outline-2 outline-offset-8 outline-focus outline-dashed',
        )}
      >
        <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
          <div data-field="reach" className="flex flex-col gap-1">
            <SegmentedControl
              label="Reach people by"
              labelHidden={false}
              options={REACHES}
              value={reach}
              onChange={(value) => draft.set((old) => ({ ...old, reach: value }))}
            />
            {reachError && <p className="text-sm text-red-text">{reachError}</p>}
            {reach === 'WHATSAPP' && (
              <p className="text-sm text-text-2">
                Free text reaches only people who wrote to this sender in the last 24 hours.
              </p>
            )}
          </div>
          <Field label="Numbers without + are from">
            <Select
              className="w-60 max-w-full"
              options={COUNTRIES}
              value={who.country}
              onChange={(country) => change((old) => ({ ...old, country }))}
            />
          </Field>
        </div>

        <div data-field="to" className="flex flex-col gap-2">
          <Field
            label="Phone numbers"
            hint="One number a line, or with commas between them. A table can be pasted as it is."
            error={error}
          >
            <TextArea
              mono
              grow
              rows={3}
              value={who.typed}
              spellCheck={false}
              autoCapitalize="off"
              placeholder="+1 206 555 0100"
              onPaste={paste}
              onChange={(event) => change((old) => ({ ...old, typed: event.target.value }))}
            />
          </Field>
          <div className="flex flex-wrap items-center gap-2">
            <Button size="sm" onClick={() => chooser.current?.click()} pending={reading !== null}>
              <Upload size={14} aria-hidden />
              Choose a file
            </Button>
            <input
              ref={chooser}
              type="file"
              multiple
              accept={ACCEPTED}
              aria-label="File with phone numbers"
              hidden
              onChange={(event) => {
                const files = [...(event.target.files ?? [])]
                // The same file chosen again must be a change again.
                event.target.value = ''
                addFiles(files)
              }}
            />
            <span className="text-sm text-text-2">
              {isOver ? 'Drop it anywhere on this page' : 'or drop a CSV, Excel, vCard or text file'}
            </span>
          </div>
          {reading !== null && <ReadingFile reading={reading} onCancel={cancel} />}
          {refusals.map((words) => (
            <Banner
              key={words}
              tone="red"
              live="alert"
              actions={
                <Button size="sm" variant="quiet" onClick={() => dismiss(words)}>
                  Close
                </Button>
              }
            >
              {words}
            </Banner>
          ))}
          <SourceCards checked={state.checked} onReadAgain={(list, how) => void readAgain(list, how)} />
        </div>
        <CheckSummary state={state} />
        <RecipientTable checked={state.checked} />
      </div>
    </Section>
  )
})
