import type { FieldName } from '../send/fieldOf'

/** Leads to a field of the form: scrolls to it and puts the cursor into its first control that is wrong, or its first. */
export function focusField(field: FieldName): void {
  const part = document.querySelector(`[data-field="${field}"]`)
  const control =
    part?.querySelector<HTMLElement>('[aria-invalid="true"]') ??
    part?.querySelector<HTMLElement>('input:checked, textarea, input:not([type="file"]), select, button')
  part?.scrollIntoView({ block: 'center' })
  control?.focus({ preventScroll: true })
}
