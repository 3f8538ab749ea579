import { createContext, use } from 'react'

interface FieldContextValue {
  id: string
  describedBy: string | undefined
  invalid: boolean
  required: boolean
}

/** What a Field tells the one control inside it. */
export const FieldContext = createContext<FieldContextValue | null>(null)

/** The attributes that tie a control to the Field around it; empty outside of one. */
export function useFieldControl() {
  const field = use(FieldContext)
  if (!field) return {}
  return {
    id: field.id,
    'aria-describedby': field.describedBy,
    'aria-invalid': field.invalid || undefined,
    'aria-required': field.required || undefined,
  }
}
