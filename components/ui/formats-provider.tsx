"use client";
import { createContext, type ReactNode, useContext, useMemo } from "react";
import { type FormatSettings, type Formats, formatsFor } from "@/lib/format/formats";

const FormatsContext = createContext<Formats>(formatsFor({ locale: "en-GB", currency: "EUR" }));

/** Once, in the shell: the organisation's language and currency for every client component. */
export function FormatsProvider({ locale, currency, children }: FormatSettings & { children: ReactNode }) {
  const formats = useMemo(() => formatsFor({ locale, currency }), [locale, currency]);
  return <FormatsContext value={formats}>{children}</FormatsContext>;
}

/** `formatsFor` of the organisation, in client components. Server components use `viewerFormats()`. */
export const useFormats = (): Formats => useContext(FormatsContext);
