const domainErrorCodes = ["invalid-input", "unauthenticated", "forbidden", "not-found", "conflict"] as const;
type DomainErrorCode = (typeof domainErrorCodes)[number];

/** Messages per form field; `""` is the form as a whole. */
export type FieldErrors = Partial<Record<string, string[]>>;
export type PublicError = { code: DomainErrorCode | "unexpected"; message: string; fields: FieldErrors };
export type Result<Data> = { ok: true; data: Data } | { ok: false; error: PublicError };

/** A failure the caller can act on. Anything else that is thrown is a bug. */
export class DomainError extends Error {
  override readonly name = "DomainError";
  constructor(
    readonly code: DomainErrorCode,
    message: string,
    readonly fields: FieldErrors = {},
  ) {
    super(message);
  }
}
