// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { Field } from './Field'
import { Select } from './Select'
import { TextInput } from './TextInput'

function describedBy(control: HTMLElement): string {
  const ids = control.getAttribute('aria-describedby')?.split(' ') ?? []
  return ids.map((id) => document.getElementById(id)?.textContent).join(' | ')
}

describe('Field', () => {
  afterEach(cleanup)

  it('names its control and describes it by the hint', () => {
    render(
      <Field label="From" hint="A number you own">
        <TextInput />
      </Field>,
    )
    const control = screen.getByLabelText('From')
    expect(describedBy(control)).toBe('A number you own')
    expect(control.getAttribute('aria-invalid')).toBeNull()
  })

  it('reads the error first and marks the control', () => {
    render(
      <Field label="Channel" hint="One of three" error="Pick a channel" required>
        <Select options={[{ value: 'sms', label: 'SMS' }]} onChange={() => {}} />
      </Field>,
    )
    const control = screen.getByLabelText('Channel')
    expect(describedBy(control)).toBe('Pick a channel | One of three')
    expect(control.getAttribute('aria-invalid')).toBe('true')
    expect(control.getAttribute('aria-required')).toBe('true')
  })

  it('takes a false or empty error for none', () => {
    render(
      <Field label="Text" error={false}>
        <TextInput />
      </Field>,
    )
    expect(screen.getByLabelText('Text').getAttribute('aria-invalid')).toBeNull()
  })
})
