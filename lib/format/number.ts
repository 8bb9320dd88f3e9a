export type NumberStyle = {
  /** Exactly this many decimals. */
  decimals?: number;
  /** At most this many significant digits. */
  significant?: number;
  /** Shows a plus sign, too. Zero carries none. */
  signed?: boolean;
  /** 1.24m instead of 1,240,000. */
  compact?: boolean;
};

/**
 * A number in the reader's language, with a true minus sign (U+2212). Without a style all digits that a table needs, at most six
 * decimals. A number that is not finite is a bug: unknown values are states, never text.
 */
export function formatNumber(locale: string, value: number, style: NumberStyle = {}): string {
  return typeset(intl(locale, style, "decimal").format(finite(value)));
}

/** As `formatNumber`, of a share between 0 and 1: 0.643 is 64.3%. Decimals are those of the percentage. */
export function formatPercent(locale: string, share: number, style: NumberStyle = {}): string {
  return typeset(
    intl(locale, { decimals: style.significant === undefined ? 1 : undefined, ...style }, "percent").format(
      finite(share),
    ),
  );
}

/** As `formatNumber`, in a currency (ISO 4217). Whole units unless the style says otherwise. */
export function formatMoney(locale: string, amount: number, currency: string, style: NumberStyle = {}): string {
  const whole = style.significant === undefined && !style.compact ? { decimals: 0 } : {};
  return typeset(intl(locale, { ...whole, ...style }, "currency", currency).format(finite(amount)));
}

type Loose = { [Key in keyof NumberStyle]: NumberStyle[Key] | undefined };

const known = new Map<string, Intl.NumberFormat>();

/** A page shows thousands of numbers: the one that fits is found before anything is made. */
function intl(
  locale: string,
  style: Loose,
  kind: "decimal" | "percent" | "currency",
  currency = "",
): Intl.NumberFormat {
  const { decimals, significant, signed = false, compact = false } = style;
  const key = `${locale} ${kind} ${currency} ${decimals} ${significant} ${signed} ${compact}`;
  const found = known.get(key);
  if (found) return found;
  const digits =
    decimals !== undefined
      ? { minimumFractionDigits: decimals, maximumFractionDigits: decimals }
      : significant !== undefined
        ? { maximumSignificantDigits: significant }
        : { maximumFractionDigits: 6 };
  const made = new Intl.NumberFormat(locale, {
    style: kind,
    signDisplay: signed ? "exceptZero" : "negative",
    ...(currency && { currency }),
    ...(compact && { notation: "compact" }),
    ...digits,
  });
  known.set(key, made);
  return made;
}

/** Server and browser may carry different language data: the two signs they disagree on are settled here. */
function typeset(text: string): string {
  return text.replace(/-/g, "\u2212").replace(/\u202f/g, "\u00a0");
}

function finite(value: number): number {
  if (!Number.isFinite(value)) throw new TypeError(`${value} is not a number to show`);
  return value;
}
