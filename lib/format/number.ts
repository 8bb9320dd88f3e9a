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
  return typeset(intl(locale, style).format(finite(value)));
}

/** As `formatNumber`, of a share between 0 and 1: 0.643 is 64.3%. Decimals are those of the percentage. */
export function formatPercent(locale: string, share: number, style: NumberStyle = {}): string {
  return typeset(
    intl(locale, { decimals: style.significant === undefined ? 1 : undefined, ...style }, { style: "percent" }).format(
      finite(share),
    ),
  );
}

/** As `formatNumber`, in a currency (ISO 4217). Whole units unless the style says otherwise. */
export function formatMoney(locale: string, amount: number, currency: string, style: NumberStyle = {}): string {
  const whole = style.significant === undefined && !style.compact ? { decimals: 0 } : {};
  return typeset(intl(locale, { ...whole, ...style }, { style: "currency", currency }).format(finite(amount)));
}

type Loose = { [Key in keyof NumberStyle]: NumberStyle[Key] | undefined };

function intl(locale: string, style: Loose, more: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  const options: Intl.NumberFormatOptions = { signDisplay: style.signed ? "exceptZero" : "negative", ...more };
  if (style.compact) options.notation = "compact";
  if (style.decimals !== undefined) {
    options.minimumFractionDigits = style.decimals;
    options.maximumFractionDigits = style.decimals;
  } else if (style.significant !== undefined) {
    options.maximumSignificantDigits = style.significant;
  } else {
    options.maximumFractionDigits = 6;
  }
  return remembered(locale, options);
}

const known = new Map<string, Intl.NumberFormat>();

function remembered(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const format = known.get(key) ?? new Intl.NumberFormat(locale, options);
  known.set(key, format);
  return format;
}

/** Server and browser may carry different language data: the two signs they disagree on are settled here. */
function typeset(text: string): string {
  return text.replace(/-/g, "\u2212").replace(/\u202f/g, "\u00a0");
}

function finite(value: number): number {
  if (!Number.isFinite(value)) throw new TypeError(`${value} is not a number to show`);
  return value;
}
