import type { FieldName } from '../send/fieldOf'

/** Leads to a field of the form: scrolls to it and puts the cursor into its first control that is wrong, or its first. */
export function focusField(field: FieldName): void {
  const problem = field === 'to' ? firstProblem() : null
  if (problem) {
    problem.scrollIntoView({ block: 'center' })
    problem.focus({ preventScroll: true })
    return
  }
  const part = document.querySelector(`[data-field="${field}"]`)
  const control =
    part?.querySelector<HTMLElement>('[aria-invalid="true"]') ??
    part?.querySelector<HTMLElement>('input:checked, textarea, input:not([type="file"]), select, button')
  part?.scrollIntoView({ block: 'center' })
  control?.focus({ preventScroll: true })
}

/** The question for a column, or the first number that needs a look. */
function firstProblem(): HTMLElement | null {
  return document.querySelector<HTMLElement>(
    '[data-part="column-question"] button, [data-part="people"] input',
  )
}
